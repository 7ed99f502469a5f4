using OpsConsole.Core.Policies.Cells;

namespace OpsConsole.Core.Policies.Changing;

/// <summary>Values of one input that all come to the same; the first is the nearest to the value now.</summary>
/// <param name="IsRun">Neighbours on a line, with all that lies between them.</param>
internal sealed record ChangeSpan(ChangeableInput Input, IReadOnlyList<Candidate> Values, bool IsRun = false)
{
    public Candidate Nearest => Values[0];

    /// <summary>
    /// Puts what matches into spans, the nearest first: of what has an order, neighbours on one side of the value now; of texts, booleans and
    /// nulls all together. Where nothing can be promised for a whole region, each value stands alone.
    /// </summary>
    public static IReadOnlyList<ChangeSpan> Of(ChangeableInput input, Func<int, bool> matches)
    {
        var spans = new List<ChangeSpan>();
        var all = input.Candidates.Select((candidate, index) => (Candidate: candidate, Matches: matches(index))).ToList();
        foreach (var group in all.GroupBy(entry => entry.Candidate.Line))
        {
            var entries = group.ToList();
            spans.AddRange(group.Key is null || !input.Regions.MayClaimRegions ? entries.Where(entry => entry.Matches).Select(entry => new ChangeSpan(input, [entry.Candidate]))
                : IsUnordered(group.Key, entries) ? Together(input, entries)
                : Runs(input, entries));
        }

        return [.. spans.OrderBy(span => span.Nearest.Size)];
    }

    private static bool IsUnordered(ValueLine line, List<(Candidate Candidate, bool Matches)> entries) => line.Kind switch
    {
        ValueKind.Null or ValueKind.Boolean => true,
        ValueKind.Text => entries.Count(entry => !ValueLine.IsCut(entry.Candidate.Region)) is var stretches && entries.Where(entry => !ValueLine.IsCut(entry.Candidate.Region)).Count(entry => entry.Matches) is var matching
            && (matching == 0 || matching == stretches),
        _ => false,
    };

    private static IEnumerable<ChangeSpan> Together(ChangeableInput input, List<(Candidate Candidate, bool Matches)> entries)
    {
        List<Candidate> matching = [.. entries.Where(entry => entry.Matches).Select(entry => entry.Candidate).OrderByDescending(candidate => ValueLine.IsCut(candidate.Region))];
        return matching.Count == 0 ? [] : [new ChangeSpan(input, matching)];
    }

    private static IEnumerable<ChangeSpan> Runs(ChangeableInput input, List<(Candidate Candidate, bool Matches)> entries)
    {
        var run = new List<Candidate>();
        foreach (var (candidate, matching) in entries)
        {
            if (run.Count > 0 && (!matching || PassesNow(input, run[^1], candidate)))
            {
                yield return NearestFirst(input, run);
                run = [];
            }

            if (matching)
            {
                run.Add(candidate);
            }
        }

        if (run.Count > 0)
        {
            yield return NearestFirst(input, run);
        }
    }

    /// <summary>The value now lies between the two, which does not match.</summary>
    private static bool PassesNow(ChangeableInput input, Candidate before, Candidate after) =>
        before.Line is { } line && CellValues.KindOf(input.Now.Value) == line.Kind && line.Find(input.Now.Value) is var now && before.Region < now && now < after.Region;

    private static ChangeSpan NearestFirst(ChangeableInput input, List<Candidate> run) =>
        new(input, run[0].Size <= run[^1].Size ? run : [.. Enumerable.Reverse(run)], IsRun: true);
}
