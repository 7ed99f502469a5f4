namespace OpsConsole.Core.Cases.Working;

/// <summary>The offer that stands on a case, if any.</summary>
internal static class Handoff
{
    public static void Clear(Case @case)
    {
        (@case.OfferedToId, @case.OfferedToName) = (null, null);
        (@case.OfferedById, @case.OfferedByName) = (null, null);
        @case.OfferNote = "";
    }
}
