using OpsConsole.Core.Policies.Judging;

namespace OpsConsole.Core.Policies.Changing;

/// <summary>Flips by two inputs together. Each is told with its nearest values only as far as every combination of both was tried.</summary>
internal static class PairedChanges
{
    /// <summary>Candidates of one input that are tried with others; the nearest.</summary>
    private const int MostCandidates = 8;

    public static IEnumerable<FoundFlip> Find(IReadOnlyList<ChangeableInput> inputs, ChangeTrial trial, Func<Outcome, bool> isWanted)
    {
        for (var first = 0; first < inputs.Count; first++)
        {
            for (var second = first + 1; second < inputs.Count && !trial.IsSpent; second++)
            {
                foreach (var flip in Find(inputs[first], inputs[second], trial, isWanted))
                {
                    yield return flip;
                }
            }
        }
    }

    /// <summary>The nearest combination for each outcome, widened to its neighbours.</summary>
    private static IEnumerable<FoundFlip> Find(ChangeableInput one, ChangeableInput other, ChangeTrial trial, Func<Outcome, bool> isWanted)
    {
        if (one.Regions.Path is not null && other.Regions.Path is not null && InputPath.Touch(one.Regions.Path, other.Regions.Path))
        {
            return [];
        }

        var tried = from a in Near(one)
                    from b in Near(other)
                    let demand = trial.Demand((one, a), (other, b))
                    where demand is not null && isWanted(Outcome.Of(demand))
                    select (A: a, B: b, Demand: demand);
        return tried.ToList().GroupBy(entry => Outcome.Of(entry.Demand)).Select(group => group.MinBy(entry => entry.A.Size + entry.B.Size))
            .Select(best => Tell(Widen(one, best.A, other, best.B, trial, Outcome.Of(best.Demand)), trial, best.Demand)).ToList();
    }

    /// <summary>After widening, other values may be the nearest; what they come to in full is asked once more.</summary>
    private static FoundFlip Tell(List<ChangeSpan> spans, ChangeTrial trial, RuleDemand demand) =>
        new(spans, trial.Demand((spans[0].Input, spans[0].Nearest), (spans[1].Input, spans[1].Nearest)) ?? demand);

    private static IEnumerable<Candidate> Near(ChangeableInput input) => input.Candidates.OrderBy(candidate => candidate.Size).Take(MostCandidates);

    private static List<ChangeSpan> Widen(ChangeableInput one, Candidate a, ChangeableInput other, Candidate b, ChangeTrial trial, Outcome outcome)
    {
        var wide = Around(one, a, candidate => Leads(trial.Demand((one, candidate), (other, b)), outcome));
        var both = Around(other, b, candidate => wide.Values.All(value => Leads(trial.Demand((one, value), (other, candidate)), outcome)));
        return [wide, both];
    }

    private static bool Leads(RuleDemand? demand, Outcome outcome) => demand is not null && Outcome.Of(demand) == outcome;

    /// <summary>The span that holds a value that is known to do it.</summary>
    private static ChangeSpan Around(ChangeableInput input, Candidate value, Func<Candidate, bool> matches)
    {
        var near = Near(input).ToList();
        bool[] matching = [.. input.Candidates.Select(candidate => ReferenceEquals(candidate, value) || (near.Contains(candidate) && matches(candidate)))];
        return ChangeSpan.Of(input, index => matching[index]).First(span => span.Values.Contains(value));
    }
}
