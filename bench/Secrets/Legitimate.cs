namespace OpsConsole.Bench.Secrets;

/// <summary>The places at which a secret lies by its nature, each with the reason; everywhere else is a find.</summary>
internal static class Legitimate
{
    public const string SetupCode = "setup code";

    public const string Invitation = "invitation of the";

    private static readonly Place[] OfMarked = [Place.Prompts, Place.Exchanges, Place.Telemetry, Place.Output, Place.Log];

    /// <summary>Null where it has no business to be.</summary>
    public static string? Why(Canary canary, Place place, SecretsWorld world) => (canary.Kind, place) switch
    {
        (CanaryKind.Browser, Place.Cookies) => "a browser is given its cookie by Set-Cookie",
        (CanaryKind.Browser, Place.Fields) => "a form carries its token in a hidden field",
        (CanaryKind.Credential, Place.Output) when canary.Name == SetupCode => "the first start prints the setup code, once",
        (CanaryKind.Credential, Place.Fields) when canary == world.TypedAsAddress || canary == world.WrongCode || canary.Name == SetupCode || canary.Name.StartsWith(Invitation, StringComparison.Ordinal) =>
            "a form shows its sender again what was typed into its fields for an address and for a code that works once",
        _ => null,
    };

    /// <summary>Staff read records; what the map marks must not come to models, to what is kept of questions to them, or to logs.</summary>
    public static bool IsLookedFor(Canary canary, Place place) => canary.Kind != CanaryKind.Marked || OfMarked.Contains(place);
}
