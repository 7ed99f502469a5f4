using System.Globalization;

namespace OpsConsole.Core.Preparation.Verifying;

/// <summary>How one claim came out: borne out (by a fact, when it has a number), or with a problem.</summary>
internal sealed record Judgement(int? Fact, CheckedProblem? Problem);

/// <summary>Holds one claim against what its sentence cites, then against what else is known.</summary>
internal static class ClaimJudge
{
    private static readonly Judgement Elsewhere = new(null, null);

    public static Judgement Judge(Claim claim, Subject about) => claim switch
    {
        Claim.Number number => OfKind(claim, about, Kind(number), fact => Says(fact, number)),
        Claim.Day day => OfKind(claim, about, fact => fact.Days.Count > 0, fact => fact.Days.Any(day.Written.Says)),
        Claim.Hour hour => OfKind(claim, about, fact => fact.Hours.Count > 0, fact => fact.Hours.Contains(hour.Written)),
        Claim.Status status => State(status, about),
        Claim.Name name => Name(name, about),
        _ => Id(claim, about),
    };

    /// <summary>What the citation at the claim says of the same kind decides; without one, what the whole sentence cites; without that, any fact.</summary>
    private static Judgement OfKind(Claim claim, Subject about, Func<SaidFact, bool> isKind, Func<SaidFact, bool> says)
    {
        foreach (var facts in new[] { about.CitedFor(claim), about.Cited })
        {
            if (facts.FirstOrDefault(says) is { } saying)
            {
                return new Judgement(saying.Number, null);
            }

            if (facts.FirstOrDefault(isKind) is { } other)
            {
                return Contradicted(claim, other);
            }
        }

        var all = about.Evidence.Facts.Where(says).ToList();
        if (all.Count > 0)
        {
            return Elsewhere(claim, about, all, says);
        }

        return about.Evidence.IsSaidElsewhere(claim) ? ClaimJudge.Elsewhere : Unsupported(claim, $"“{claim.Word.Trim()}” stands in no fact of this case.");

        // Of two orders, the total of one does not bear out what is said of the other.
        static Judgement Elsewhere(Claim claim, Subject about, List<SaidFact> saying, Func<SaidFact, bool> says)
        {
            var own = about.OfNearest(claim).Where(fact => saying.TrueForAll(other => other.Fact.Attribute == fact.Fact.Attribute && other.Fact.Record != fact.Fact.Record)).ToList();
            return own.Count > 0 && !own.Exists(fact => says(fact)) ? Contradicted(claim, own[0]) : new Judgement(saying[0].Number, null);
        }
    }

    /// <summary>An amount is contradicted by an amount; a bare number by a number without a currency.</summary>
    private static Func<SaidFact, bool> Kind(Claim.Number number) =>
        number.Written.Unit is null or "%" ? fact => fact.Numbers.Count > 0 && !fact.IsMoney && fact.Fact.Value is not System.Text.Json.Nodes.JsonArray : fact => fact.Numbers.Count > 0;

    private static bool Says(SaidFact fact, Claim.Number number) =>
        fact.Numbers.Any(known => number.Written.Says(known.Value) && (known.Unit is null ? !fact.IsMoney || number.Written.Unit is null : number.Written.Unit is null || known.Unit == number.Written.Unit))
        || fact.LooseNumbers.Any(known => number.Written.Unit is null && known.Readings.Any(number.Written.Says));

    private static Judgement Id(Claim claim, Subject about) =>
        about.Evidence.Facts.FirstOrDefault(fact => fact.Squeezed.Find(claim.Word) is not null) is { } known ? new Judgement(about.Cited.Contains(known) ? known.Number : null, null)
        : about.Evidence.IsSaidElsewhere(claim) ? Elsewhere
        : Unsupported(claim, $"“{claim.Word}” is named by no fact of this case and not by the customer.");

    private static Judgement Name(Claim.Name name, Subject about) =>
        name.Unknown.Count == 0 ? Elsewhere
        : about.CitedFor(name).Concat(about.Cited).FirstOrDefault(fact => fact.IsName) is { } other ? Contradicted(name, other)
        : Unsupported(name, $"“{string.Join(' ', name.Unknown)}” is a name that stands in no fact of this case.");

    private static Judgement State(Claim.Status status, Subject about)
    {
        bool Says(SaidFact fact) => fact.State == status.State || IsToldBy(fact, status);
        foreach (var facts in new[] { about.CitedFor(status), about.Cited, about.OfNearest(status), about.OfNamed.ToList() })
        {
            if (facts.FirstOrDefault(Says) is { } saying)
            {
                return new Judgement(saying.Number, null);
            }

            if (facts.FirstOrDefault(fact => fact.State is not null) is { } other)
            {
                return Contradicted(status, other);
            }
        }

        var states = about.Evidence.Facts.Where(fact => fact.State is not null).ToList();
        return about.Evidence.Facts.FirstOrDefault(Says) is { } known ? new Judgement(known.Number, null)
            : about.Evidence.IsSaidElsewhere(status) ? Elsewhere
            : states.Count == 1 ? Contradicted(status, states[0])
            : Unsupported(status, $"No fact of this case says “{status.Word}”.");
    }

    /// <summary>"Delivered: 3 Nov" says that it was delivered, though its state may be another by now.</summary>
    private static bool IsToldBy(SaidFact fact, Claim.Status status) =>
        fact.State is null && fact.Fact.Value is not null && StateWords.Find(fact.Fact.Label.Split(" · ")[^1]).Concat(StateWords.Find(fact.Fact.Attribute.Replace('_', ' ').Replace('.', ' '))).Any(found => found.State == status.State);

    private static Judgement Contradicted(Claim claim, SaidFact fact) => new(null, new CheckedProblem(
        claim.Start, claim.End, claim.Word.Trim(), SentenceVerdict.Contradicted, string.Create(CultureInfo.InvariantCulture, $"Fact {fact.Number} says {fact.Fact.Display}."), fact.Number));

    private static Judgement Unsupported(Claim claim, string reason) =>
        new(null, new CheckedProblem(claim.Start, claim.End, claim.Word.Trim(), SentenceVerdict.Unsupported, reason, null));
}
