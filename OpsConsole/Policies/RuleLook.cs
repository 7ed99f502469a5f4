using OpsConsole.Controls;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies;

namespace OpsConsole.Policies;

/// <summary>How what a row asks for is shown.</summary>
public static class RuleLook
{
    public static StatusLook Of(RuleDemand demand) => Of(demand.Verdict, demand.ApproverRole);

    public static StatusLook Of(Verdict verdict, string approverRole) => verdict switch
    {
        Verdict.Allow => new(Tone.Good, "ready", "Allow"),
        Verdict.Deny => new(Tone.Bad, "blocked", "Deny"),
        Verdict.RequireApproval when approverRole == Roles.Supervisor => new(Tone.Warn, "supervisor", "Supervisor approves"),
        Verdict.RequireApproval => new(Tone.Info, "you", "Agent approves"),
    };

    /// <summary>A row that fired; the role that it asks for stands in the verdict as a whole.</summary>
    public static StatusLook Of(RuleHit hit) => hit.Verdict switch
    {
        Verdict.Allow => new(Tone.Good, "ready", "Allow"),
        Verdict.RequireApproval => new(Tone.Info, "you", "A person decides"),
        Verdict.Deny => new(Tone.Bad, "blocked", "Deny"),
    };

    /// <summary>What a row asks for beyond the usual, in a few words; empty when nothing.</summary>
    public static string Extras(RuleDemand demand)
    {
        string?[] extras =
        [
            demand.Quorum > 1 ? $"{demand.Quorum} people" : null,
            demand.Blind ? "blind to each other" : null,
            demand.NoSelfApproval ? "not who proposed it" : null,
            demand.ExpiresAfter != RuleDemand.UsualExpiry ? $"within {Span(demand.ExpiresAfter)}" : null,
            demand.Attach.Count > 0 ? $"with {string.Join(" and ", demand.Attach)}" : null,
            demand.Notify.Count > 0 ? $"tells {string.Join(" and ", demand.Notify)}" : null,
        ];
        return string.Join(", ", extras.OfType<string>());
    }

    public static string Span(TimeSpan span) => span.TotalHours < 1
        ? $"{span.TotalMinutes:0} min"
        : span.TotalHours <= 48 ? $"{span.TotalHours:0} h" : $"{span.TotalDays:0} days";

    public static string Governs(IReadOnlyList<string> types) => types.Contains(Policy.AllActionTypes) ? "every action type" : string.Join(", ", types);
}
