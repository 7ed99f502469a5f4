using OpsConsole.Core.Policies;

namespace OpsConsole.Core.Actions.Deciding;

/// <summary>Holds what an approver hands in against what the rule asks for. Pure.</summary>
internal static class Attachments
{
    /// <summary>Characters of one text or address.</summary>
    public const int Longest = 4_000;

    /// <summary>Null when everything that is asked for is there, and nothing else.</summary>
    public static ActionRefusal? Refuse(PolicyVerdict verdict, IReadOnlyList<Attachment> given)
    {
        List<string> wrong = [.. Lacking(verdict, given), .. given.Select(one => one.Name).Except(verdict.Attach, StringComparer.Ordinal).Select(name => $"no “{name}”")];
        return wrong.Count == 0 ? null : new ActionRefusal.AttachmentsMissing(wrong);
    }

    /// <summary>What is asked for and not there, or there twice, empty or too long.</summary>
    public static IReadOnlyList<string> Lacking(PolicyVerdict verdict, IReadOnlyList<Attachment> given) =>
        [.. verdict.Attach.Where(name => given.Count(one => one.Name == name && IsSomething(one.Content)) != 1)];

    private static bool IsSomething(string? content) => !string.IsNullOrWhiteSpace(content) && content.Length <= Longest;
}
