using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies.Cells;

namespace OpsConsole.Core.Policies.Changing;

/// <summary>Changes in words.</summary>
internal static class ChangeText
{
    public static string Sentence(RuleDemand then, IEnumerable<string> conditions) => $"{Outcome(then)} if {string.Join(" and ", conditions)}.";

    /// <summary>The values of a span as a condition: <c>amount ≤ 25</c>, <c>"watch" is not in flags</c>; one value alone where no more is promised.</summary>
    public static string Condition(ChangeSpan span) => span.Nearest switch
    {
        { Membership: { } membership } => $"\"{membership.Item}\" is {(membership.Held ? "" : "not ")}in {span.Input.Regions.Name}",
        { Line: { } line } when span.Input.Regions.MayClaimRegions => RegionText.Of(span.Input.Regions.Name, line, Regions(span, line)),
        var value => $"{span.Input.Regions.Name} is {RegionText.Literal(value.Value)}",
    };

    /// <summary>Of texts, all that is not named is promised only when every stretch between names was tried.</summary>
    private static HashSet<int> Regions(ChangeSpan span, ValueLine line)
    {
        var regions = span.Values.Select(value => value.Region).ToHashSet();
        var isPart = !span.IsRun && line.Kind == ValueKind.Text && regions.Any(ValueLine.IsCut)
            && Enumerable.Range(0, line.Regions).Any(region => !ValueLine.IsCut(region) && line.Sample(region) is not null && !regions.Contains(region));
        return isPart ? [.. regions.Where(ValueLine.IsCut)] : regions;
    }

    private static string Outcome(RuleDemand then) => then.Verdict switch
    {
        Verdict.Allow => "Runs alone",
        Verdict.Deny => "Denied",
        _ => (then.ApproverRole, then.Quorum) switch
        {
            (Roles.Supervisor, 1) => "A supervisor decides",
            (Roles.Supervisor, var people) => $"{people} supervisors decide",
            (_, 1) => "An agent may approve",
            (_, var people) => $"{people} people may approve",
        },
    };
}
