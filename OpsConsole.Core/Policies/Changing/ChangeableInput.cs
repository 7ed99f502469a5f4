using OpsConsole.Core.Foundation.Feel.Values;
using OpsConsole.Core.Policies.Cells;
using OpsConsole.Core.Policies.Judging;

namespace OpsConsole.Core.Policies.Changing;

/// <summary>An input with its value now and the values that it might have instead: one of each region into which the cells cut its values.</summary>
internal sealed class ChangeableInput
{
    /// <summary>Regions that are looked at; those nearest to the value now.</summary>
    private const int MostCandidates = 60;

    private ChangeableInput(InputRegions regions, InputValue now)
    {
        Regions = regions;
        Now = now;
        Candidates = [.. regions.Lines.SelectMany(OnLine), .. InList()];
    }

    public InputRegions Regions { get; }

    public InputValue Now { get; }

    /// <summary>In the order of their lines.</summary>
    public IReadOnlyList<Candidate> Candidates { get; }

    public static IReadOnlyList<ChangeableInput> Of(GoverningTables governing, InputValue[] values) =>
        [.. InputRegions.Of(governing).Select(regions => new ChangeableInput(regions, values[regions.Place])).Where(input => input.Candidates.Count > 0)];

    private IEnumerable<Candidate> OnLine(ValueLine line)
    {
        var now = CellValues.KindOf(Now.Value) == line.Kind && Now.Problem is null ? line.Find(Now.Value) : -1;
        var from = Math.Clamp(now - (MostCandidates / 2), 0, Math.Max(0, line.Regions - MostCandidates));
        for (var region = from; region < Math.Min(line.Regions, from + MostCandidates); region++)
        {
            if (region != now && line.Sample(region) is { } sample && Regions.MayBe(sample))
            {
                yield return new Candidate(sample, line, region, Now.Problem is null ? CellValues.Distance(Now.Value, sample) : 1);
            }
        }
    }

    private IEnumerable<Candidate> InList()
    {
        if (Now.Problem is not null || Now.Value is not FeelValue.List list || !list.Items.All(item => item is FeelValue.Text))
        {
            yield break;
        }

        foreach (var item in Regions.Items.Take(MostCandidates))
        {
            var held = list.Items.Any(other => other is FeelValue.Text text && text.Value == item);
            IEnumerable<FeelValue> items = held ? list.Items.Where(other => other is not FeelValue.Text text || text.Value != item) : list.Items.Append(new FeelValue.Text(item));
            yield return new Candidate(new FeelValue.List([.. items]), null, 0, 0.5) { Membership = (item, !held) };
        }
    }
}
