using OpsConsole.Core.Policies.Cells;

namespace OpsConsole.Core.Policies.Changing;

/// <summary>Changes that were tried and do flip the verdict.</summary>
internal sealed record FoundFlip(IReadOnlyList<ChangeSpan> Changes, RuleDemand Then)
{
    public Outcome Outcome => Outcome.Of(Then);

    public double Size => Changes.Sum(change => change.Nearest.Size);

    public VerdictFlip Tell()
    {
        List<InputChange> changes = [.. Changes.Select(change => new InputChange(
            change.Input.Regions.Name,
            change.Input.Regions.Expression,
            change.Input.Now.Text,
            RegionText.Feel(change.Nearest.Value),
            ChangeText.Condition(change),
            change.Input.Regions.Path is null))];
        return new VerdictFlip(changes, Then, ChangeText.Sentence(Then, changes.Select(change => change.Condition)));
    }
}
