using OpsConsole.Core.Foundation.Text;

namespace OpsConsole.Core.Preparation.Verifying;

/// <summary>A citation in a sentence, such as <c>[3]</c>.</summary>
internal sealed record Citation(int Number, int Start, int End);

/// <summary>What a sentence is about: the facts that it cites, and the records that it names.</summary>
internal sealed class Subject(Evidence evidence, IReadOnlyList<Citation> cites)
{
    private readonly List<(string Record, Claim Claim)> _named = [];

    public Evidence Evidence => evidence;

    public IReadOnlyList<SaidFact> Cited { get; } = [.. cites.Select(cite => evidence.Find(cite.Number)).OfType<SaidFact>().Distinct()];

    /// <summary>The records that the sentence names by their ids.</summary>
    public IEnumerable<string> Records => _named.Select(named => named.Record).Distinct(StringComparer.Ordinal);

    /// <summary>The facts of those records; none when it names none.</summary>
    public IEnumerable<SaidFact> OfNamed => evidence.Facts.Where(fact => fact.Fact.Record is { } record && Records.Contains(record));

    /// <summary>The facts of the record that is named last before a claim, or first behind it.</summary>
    public IReadOnlyList<SaidFact> OfNearest(Claim claim)
    {
        var named = _named.Select(each => each.Claim).OrderBy(id => id.Start).ToList();
        var nearest = named.LastOrDefault(id => id.End <= claim.Start) ?? named.FirstOrDefault();
        var records = _named.Where(named => named.Claim == nearest).Select(named => named.Record).ToList();
        return [.. evidence.Facts.Where(fact => fact.Fact.Record is { } record && records.Contains(record))];
    }

    public void Learn(IReadOnlyList<Claim> claims)
    {
        foreach (var claim in claims.OfType<Claim.Id>())
        {
            var sought = SqueezedText.Squeeze(claim.Word);
            _named.AddRange(evidence.Facts.Select(fact => fact.Fact.Record).OfType<string>().Distinct(StringComparer.Ordinal)
                .Where(record => SqueezedText.Squeeze(record.Split('/', 3)[^1]) == sought).Select(record => (record, (Claim)claim)));
        }
    }

    /// <summary>The facts that a citation right behind a claim names; those before it when there is none behind.</summary>
    public IReadOnlyList<SaidFact> CitedFor(Claim claim)
    {
        var behind = cites.Where(cite => cite.Start >= claim.End).OrderBy(cite => cite.Start).ToList();
        return Group(behind.Count > 0 ? behind : [.. cites.OrderByDescending(cite => cite.End)]);
    }

    /// <summary>The states that the sentence says something is in. Where it cites a state, any mention counts; else only "is", "was" and the like.</summary>
    public IEnumerable<Claim> States(string bare, int offset)
    {
        var citesState = Cited.Any(fact => fact.State is not null);
        foreach (var (state, start, end) in StateWords.Find(bare))
        {
            var before = bare[..start];
            if (citesState && CitedAt(offset + end)?.State is not null ? !StateWords.IsTakenBack(before) : StateWords.IsAsserted(before))
            {
                yield return new Claim.Status(state, bare[start..end], offset + start, offset + end);
            }
        }
    }

    /// <summary>Where it cites what somebody is called without a word of that, and says another name.</summary>
    public IEnumerable<Claim> OtherNames(string bare, int offset) =>
        Cited.Where(fact => fact.IsName && !SaidFact.Scalars(fact.Fact.Value).SelectMany(value => value.Split(' ')).Any(word => new SqueezedText(bare).Find(word) is not null))
            .SelectMany(_ => ClaimReader.Strangers(bare, offset, evidence)).Take(1);

    /// <summary>Citations of a record's fact in a sentence that names only another record of the same kind.</summary>
    public IEnumerable<CheckedProblem> Mismatches(IReadOnlyList<Claim> claims)
    {
        foreach (var cite in cites)
        {
            if (evidence.Find(cite.Number)?.Fact.Record is not { } record || Records.Contains(record))
            {
                continue;
            }

            var kind = record[..record.LastIndexOf('/')];
            var other = _named.Where(named => named.Record.StartsWith($"{kind}/", StringComparison.Ordinal) && named.Claim.End <= cite.Start).Select(named => named.Claim).LastOrDefault();
            if (other is not null && claims.Contains(other))
            {
                yield return new CheckedProblem(
                    other.Start, other.End, other.Word, SentenceVerdict.Contradicted, $"Fact {cite.Number} is about {record.Split('/', 3)[^1]}.", cite.Number);
            }
        }
    }

    /// <summary>Whether the words of a cited fact stand in the sentence.</summary>
    public bool IsQuoted(string bare) => Cited.Any(fact => SaidFact.Scalars(fact.Fact.Value).Append(fact.Fact.Display).Any(value => new SqueezedText(bare).Find(value) is not null));

    private SaidFact? CitedAt(int end) => cites.Where(cite => cite.Start >= end).OrderBy(cite => cite.Start).Select(cite => evidence.Find(cite.Number)).FirstOrDefault();

    /// <summary>The first citation and those that stand against it.</summary>
    private List<SaidFact> Group(List<Citation> ordered)
    {
        var group = new List<SaidFact>();
        Citation? last = null;
        foreach (var cite in ordered)
        {
            if (last is not null && Math.Max(cite.Start, last.Start) - Math.Min(cite.End, last.End) > 2)
            {
                break;
            }

            group.AddRange(evidence.Find(cite.Number) is { } fact ? [fact] : []);
            last = cite;
        }

        return group;
    }
}
