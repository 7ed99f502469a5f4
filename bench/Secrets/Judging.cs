using System.Globalization;
using System.Text;

namespace OpsConsole.Bench.Secrets;

/// <summary>Searches the evidence, and tells what was found by canary and place.</summary>
internal sealed class Judging(SecretsWorld world, Evidence evidence)
{
    private const int Width = 10;
    private const int NameWidth = 38;
    private const int MostTold = 60;

    private readonly Dictionary<(Canary, Place), int> _counts = [];
    private readonly List<(Canary Canary, Place Place, string Text)> _found = [];
    private readonly SortedSet<string> _reasons = new(StringComparer.Ordinal);

    public void Judge(Score score)
    {
        var search = new CanarySearch(world.Canaries);
        Parallel.ForEach(evidence.Pieces, piece =>
        {
            foreach (var hit in search.Find(piece.Data).Where(hit => Legitimate.IsLookedFor(hit.Canary, piece.Place)))
            {
                Count(piece, hit);
            }
        });
        Print();
        foreach (var canary in world.Canaries)
        {
            var found = _found.Where(find => find.Canary == canary).ToList();
            score.Add(found.Count == 0, $"{canary.Name} lies in {string.Join(", ", found.Select(find => find.Place).Distinct())}");
        }

        foreach (var find in _found.GroupBy(find => (find.Canary, find.Place, find.Text.Split(" … ")[0])).Take(MostTold))
        {
            Console.WriteLine($"  {find.Key.Canary.Name} in {find.Key.Place}, {find.Count()} times: {find.First().Text}");
        }
    }

    private void Count(Piece piece, CanaryHit hit)
    {
        lock (_counts)
        {
            _counts[(hit.Canary, piece.Place)] = _counts.GetValueOrDefault((hit.Canary, piece.Place)) + 1;
            if (Legitimate.Why(hit.Canary, piece.Place, world) is { } reason)
            {
                _reasons.Add($"{piece.Place}: {reason}");
            }
            else
            {
                _found.Add((hit.Canary, piece.Place, $"{piece.Name} … as {hit.Form}: {hit.Around}"));
            }
        }
    }

    private void Print()
    {
        var places = Enum.GetValues<Place>();
        Console.WriteLine();
        Console.WriteLine($"What was seen, by place: {string.Join(", ", places.Select(place => string.Create(CultureInfo.InvariantCulture, $"{place} {evidence.Pieces.Where(piece => piece.Place == place).Sum(piece => (long)piece.Data.Length):N0} bytes in {evidence.Pieces.Count(piece => piece.Place == place)}")))}");
        Console.WriteLine();
        Console.WriteLine($"{"",-NameWidth}{string.Concat(places.Select(place => $"{place,Width}"))}");
        foreach (var canary in world.Canaries)
        {
            Console.WriteLine($"{canary.Name,-NameWidth}{string.Concat(places.Select(place => $"{Cell(canary, place),Width}"))}");
        }

        Console.WriteLine("in brackets: where it lies by its nature; -: not looked for, staff read it there");
        foreach (var reason in _reasons)
        {
            Console.WriteLine($"  ({reason})");
        }

        Console.WriteLine($"  (left out: {DataFolder.Keys}/ of the data folder and of backups, where the keys lie by which all else is encrypted; docs/security.md, Secrets at rest)");
        Console.WriteLine();
    }

    private string Cell(Canary canary, Place place)
    {
        var count = _counts.GetValueOrDefault((canary, place));
        var text = new StringBuilder(count.ToString(CultureInfo.InvariantCulture));
        return !Legitimate.IsLookedFor(canary, place) ? "-" : count > 0 && Legitimate.Why(canary, place, world) is not null ? $"({text})" : text.ToString();
    }
}
