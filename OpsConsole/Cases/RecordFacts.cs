using OpsConsole.Core.DataReadiness;

namespace OpsConsole.Cases;

/// <summary>The facts of one record, which share their source and age. Each entry of <paramref name="Facts"/> is one attribute: several claims are a conflict.</summary>
public sealed record RecordFacts(string Name, IReadOnlyList<IReadOnlyList<Fact>> Facts)
{
    private const string Divider = " · ";

    public Fact First => Facts[0][0];

    public string HeadId => $"facts-of-{First.Number}";

    /// <summary>The label without the record's name, which stands above it.</summary>
    public static string Label(Fact fact) => fact.Label.Split(Divider, 2)[^1];

    /// <summary>
    /// Facts by record, in the order of their numerals. Claims of several sources about one attribute that contradict each other stand
    /// together, with the first of them.
    /// </summary>
    public static IReadOnlyList<RecordFacts> Of(IReadOnlyList<Fact> facts) =>
    [
        .. facts.GroupBy(fact => fact.Attribute)
            .SelectMany(ByClaim)
            .OrderBy(about => about[0].Number)
            .GroupBy(about => about[0].Record ?? about[0].Source)
            .Select(record => new RecordFacts(NameOf(record.First()[0]), [.. record])),
    ];

    private static IEnumerable<IReadOnlyList<Fact>> ByClaim(IEnumerable<Fact> about)
    {
        IReadOnlyList<Fact> claims = [.. about.OrderBy(fact => fact.Number)];
        var contradict = claims.DistinctBy(fact => fact.ValueJson).Skip(1).Any() && claims.DistinctBy(fact => fact.Source).Skip(1).Any();
        return contradict ? [claims] : claims.Select(fact => (IReadOnlyList<Fact>)[fact]);
    }

    private static string NameOf(Fact fact) =>
        fact.Record is null ? "What the message says" : fact.Label.Contains(Divider, StringComparison.Ordinal) ? fact.Label.Split(Divider, 2)[0] : fact.Record;
}
