using OpsConsole.Controls;
using OpsConsole.Core.Foundation.Live;
using OpsConsole.Core.Policies;
using OpsConsole.Identity;

namespace OpsConsole.Policies;

/// <summary>The policies in force, one line each.</summary>
public sealed partial class PoliciesPage(ReadPolicies read, CurrentActor current)
{
    private IReadOnlyList<PolicySummary>? _policies;

    protected override Task OnInitializedAsync()
    {
        Watch(["policy"]);
        return ReadAsync();
    }

    protected override Task RefreshAsync(IReadOnlyCollection<Change> changes) => ReadAsync();

    private async Task ReadAsync()
    {
        if (await current.FindAsync(Leaving) is { } actor)
        {
            _policies = await read.ListAsync(actor, Leaving);
        }
    }

    /// <summary>How many rows ask for what, the most restrictive first.</summary>
    private static IEnumerable<(StatusLook Look, int Count)> Verdicts(Policy policy) => policy.Rules
        .OrderByDescending(rule => rule.Demand.Verdict).ThenByDescending(rule => rule.Demand.ApproverRole, StringComparer.Ordinal)
        .GroupBy(rule => RuleLook.Of(rule.Demand)).Select(group => (group.Key, group.Count()));
}
