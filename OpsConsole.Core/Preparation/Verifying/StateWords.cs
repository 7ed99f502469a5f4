using System.Text.RegularExpressions;

namespace OpsConsole.Core.Preparation.Verifying;

/// <summary>
/// The states that orders, payments, parcels and tickets are in, and how they are said in several languages. A state that is not listed is
/// compared by its own word.
/// </summary>
internal static partial class StateWords
{
    private static readonly (string State, string[] Words)[] All =
    [
        ("pending", ["pending", "not yet processed", "awaiting processing", "waiting to be processed", "yet to be processed", "not been processed(?: yet)?", "still to be processed", "ausstehend", "en attente", "pendiente", "in attesa", "in behandeling", "pendente", "oczekujące", "oczekuje"]),
        ("processing", ["processing", "being processed", "being packed", "being prepared", "being put together", "in preparation", "wird bearbeitet", "wird vorbereitet", "en préparation", "en preparación", "in preparazione", "in bearbeitung", "en cours de traitement", "en proceso", "in lavorazione", "in verwerking", "em processamento"]),
        ("processed", ["processed", "verarbeitet", "traitée?", "procesad[oa]", "elaborat[oa]", "verwerkt"]),
        ("shipped", ["shipped", "dispatched", "in transit", "under way", "on its way", "on the way", "sent out", "has left us", "left (?:the|our) (?:warehouse|depot|store)", "handed (?:over )?to the (?:carrier|courier)", "out for delivery", "versandt", "verschickt", "unterwegs", "expédiée?s?", "en route", "enviad[oa]s?", "en camino", "spedit[oaie]", "in viaggio", "verzonden", "onderweg", "enviad[oa]", "wysłan[eoya]"]),
        ("delivered", ["delivered", "arrived", "reached (?:the|its) (?:customer|recipient|destination|doorstep|door)", "handed over to the (?:customer|recipient)", "in the hands of the (?:customer|recipient)", "dropped off", "remise?s? au client", "geliefert", "zugestellt", "angekommen", "livrée?s?", "entregad[oa]s?", "consegnat[oaie]", "bezorgd", "geleverd", "entregue", "dostarczon[eoya]"]),
        ("cancelled", ["cancell?ed", "called off", "no longer going ahead", "been stopped", "storniert", "annulée?s?", "cancelad[oa]s?", "anulad[oa]s?", "annullat[oaie]", "geannuleerd", "anulowan[eoya]"]),
        ("refunded", ["refunded", "reimbursed", "paid back", "given back", "credited back", "erstattet", "zurückerstattet", "remboursée?s?", "reembolsad[oa]s?", "rimborsat[oaie]", "terugbetaald", "zwrócon[eoya]"]),
        ("returned", ["returned", "sent back", "brought back", "come back to us", "back (?:in|at) (?:the|our) (?:warehouse|depot|store)", "zurückgesandt", "zurückgeschickt", "retournée?s?", "devuelt[oa]s?", "restituit[oaie]", "geretourneerd", "devolvid[oa]"]),
        ("return requested", ["return requested", "return registered", "retoure angemeldet", "rücksendung angemeldet", "retour demandé"]),
        ("exchange requested", ["exchange requested", "umtausch angemeldet"]),
        ("paid", ["paid", "bezahlt", "payée?s?", "pagad[oa]s?", "pagat[oaie]", "betaald", "pag[oa]", "opłacon[eoya]"]),
        ("captured", ["captured"]), ("authorised", ["authori[sz]ed", "autorisiert"]), ("voided", ["voided"]), ("failed", ["failed", "fehlgeschlagen", "échouée?"]),
        ("lost", ["lost", "verloren", "perdue?s?", "perdid[oa]s?", "pers[oa]", "kwijt"]), ("delayed", ["delayed", "verspätet", "retardée?s?", "retrasad[oa]s?", "in ritardo", "vertraagd"]),
        ("open", ["open", "offen", "ouverte?", "abiert[oa]", "apert[oa]"]), ("closed", ["closed", "geschlossen", "fermée?", "cerrad[oa]", "chius[oa]", "gesloten"]),
        ("blocked", ["blocked", "gesperrt", "bloquée?", "bloquead[oa]", "bloccat[oa]"]), ("backordered", ["backordered", "on backorder"]), ("out of stock", ["out of stock", "ausverkauft", "en rupture de stock", "agotad[oa]", "esaurit[oa]", "uitverkocht"]),
    ];

    private static readonly Regex Pattern = new(
        $@"(?<![\p{{L}}])(?:{string.Join('|', All.Select((state, index) => (index, state)).SelectMany(each => each.state.Words.Select(word => (each.index, word)))
            .OrderByDescending(each => each.word.Length).Select(each => $"(?:(?<s{each.index}>{each.word}))"))})(?![\p{{L}}])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Compiled);

    /// <summary>The state that a value is, in one name; the value itself when it is none that is known.</summary>
    public static string StateOf(string value) =>
        Find(value) is [var only] && only.Start == 0 && only.End == value.Length ? only.State : value.ToLowerInvariant();

    public static IReadOnlyList<(string State, int Start, int End)> Find(string text) =>
        [.. Pattern.Matches(text).Select(match => (All[Index(match)].State, match.Index, match.Index + match.Length))];

    /// <summary>Whether what stands before says that it is so: "is", "was", "status", and not "will be", "not", "wants to have".</summary>
    public static bool IsAsserted(string before)
    {
        var words = Word().Matches(before).Select(match => match.Value.ToLowerInvariant()).TakeLast(5).ToList();
        return words.TakeLast(4).Any(Asserting().IsMatch) && !words.Any(Denying().IsMatch);
    }

    /// <summary>Whether what stands before takes it back, puts it off or asks for it.</summary>
    public static bool IsTakenBack(string before) => Word().Matches(before).Select(match => match.Value.ToLowerInvariant()).TakeLast(5).Any(Denying().IsMatch);

    private static int Index(Match match) =>
        int.Parse(match.Groups.Values.First(group => group.Success && group.Name.StartsWith('s') && group.Name.Length > 1).Name.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\p{L}+(?:['’]\p{L}+)?|:")]
    private static partial Regex Word();

    [GeneratedRegex(@"^(?:is|are|was|were|has|have|been|got|status|state|shows|marked|ist|sind|wurde|wurden|war|hat|est|sont|été|a|statut|es|está|están|fue|ha|han|sido|estado|è|sono|stato|stata|stati|state|werd|werden|heeft|foi|está|jest|został|została|zostało)$")]
    private static partial Regex Asserting();

    [GeneratedRegex(@"^(?:not|never|no|nothing|nobody|none|neither|cannot|can|can't|could|will|would|should|shall|may|might|must|be|to|if|when|once|until|before|unless|want|wants|wanted|asks|asked|wishes|isn't|wasn't|hasn't|hasn’t|nicht|nichts|niemand|kein|keine|noch|kann|wird|soll|sollte|möchte|wenn|sobald|bevor|falls|pas|rien|jamais|peut|sera|seront|si|quand|avant|doit|nada|nadie|puede|será|cuando|antes|non|nulla|niente|può|sarà|quando|prima|se|niet|niets|kan|zal|wordt|als|voordat|não|nie|czy|jeśli)$")]
    private static partial Regex Denying();
}
