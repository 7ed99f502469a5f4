namespace OpsConsole.Bench.Competent;

/// <summary>Something that customers of any shop ask for, and the words by which they do.</summary>
/// <param name="Kind">A word in the description of the kind of case.</param>
/// <param name="Action">A word in the name of the action type that answers it.</param>
/// <param name="Status">What an order must be for it; empty when it does not matter.</param>
internal sealed record Concept(string Name, string Kind, string Action, IReadOnlyList<string> Status, IReadOnlyList<string> Words)
{
    private static readonly string[] Conditions = ["if you", "if it", "if there", "otherwise", "unless", "falls ", "sofern"];
    private static readonly string[] ToMachines = ["ignore the above", "ignore all", "ignore previous", "system:", "you are now"];

    public static IReadOnlyList<Concept> All { get; } =
    [
        new("cancellation", "cancel", "cancel", ["pending"], ["cancel", "call off", "stornier", "annul", "don't want", "do not want", "no longer want"]),
        new("damage", "damaged", "refund", ["delivered"], ["broken", "damaged", "cracked", "faulty", "come off", "came off", "shattered", "kaputt", "beschädigt"]),
        new("return", "return", "return", ["delivered"], ["return", "send back", "send it back", "get it back to you", "zurückgeben", "zurückschicken"]),
        new("refund", "refund", "refund", ["delivered"], ["refund", "money back", "erstatt"]),
        new("exchange", "exchange", "exchange", ["delivered"], ["exchange", "swap", "umtausch"]),
        new("change of address", "address", "address", ["pending", "processing"], ["address", "please send order", "adresse", "anschrift"]),
        new("goodwill", "goodwill", "credit", [], ["voucher", "goodwill", "gutschein"]),
        new("question about a parcel", "where", "ticket", [], ["where is", "still waiting", "wo ist", "wo bleibt"]),
    ];

    /// <summary>What a text asks for, in the order in which it does, with the words for it.</summary>
    public static IReadOnlyList<(Concept Concept, string Words)> In(string text) =>
    [
        .. from concept in All
           let found = concept.Words.Select(word => (Word: word, At: text.IndexOf(word, StringComparison.OrdinalIgnoreCase))).Where(found => found.At >= 0).OrderBy(found => found.At).FirstOrDefault()
           where found.Word is not null
           orderby found.At
           select (concept, text.Substring(found.At, found.Word.Length)),
    ];

    public static bool IsConditional(string text) => Conditions.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether somebody tries to speak to a program in it; a careful reader asks then.</summary>
    public static bool IsForMachines(string text) => ToMachines.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>The action type that answers it; one that takes back what another did does not.</summary>
    public string? Choose(IEnumerable<string> actionTypes) => actionTypes.FirstOrDefault(type =>
        type.Contains(Action, StringComparison.OrdinalIgnoreCase) && !type.Contains("reverse", StringComparison.OrdinalIgnoreCase)
        && All.Select(concept => concept.Action).Distinct(StringComparer.Ordinal).Count(word => type.Contains(word, StringComparison.OrdinalIgnoreCase)) == 1);
}
