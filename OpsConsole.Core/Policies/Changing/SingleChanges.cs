namespace OpsConsole.Core.Policies.Changing;

/// <summary>Flips by one input alone.</summary>
internal static class SingleChanges
{
    public static IEnumerable<FoundFlip> Find(IReadOnlyList<ChangeableInput> inputs, ChangeTrial trial, Outcome now)
    {
        foreach (var input in inputs)
        {
            List<RuleDemand?> demands = [.. input.Candidates.Select(candidate => trial.Demand((input, candidate)))];
            foreach (var outcome in demands.OfType<RuleDemand>().Select(Outcome.Of).Distinct().Where(outcome => outcome.IsWorthTelling(now)))
            {
                foreach (var span in ChangeSpan.Of(input, index => demands[index] is { } demand && Outcome.Of(demand) == outcome))
                {
                    var nearest = input.Candidates.Select((candidate, index) => (candidate, index)).First(entry => ReferenceEquals(entry.candidate, span.Nearest)).index;
                    yield return new FoundFlip([span], demands[nearest]!);
                }
            }
        }
    }
}
