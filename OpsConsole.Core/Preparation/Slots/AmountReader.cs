using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OpsConsole.Core.BusinessMap;

namespace OpsConsole.Core.Preparation.Slots;

/// <summary>An amount of money, such as <c>25 €</c>, <c>€12.50</c> or <c>30,00 EUR</c>.</summary>
public sealed class AmountReader : SlotReader
{
    private static readonly Regex Pattern = new(
        @"(?:(?:€|\$|£|\bEUR|\bUSD)\s?(?<amount>\d{1,6}(?:[.,]\d{2})?)(?!\d))|(?:(?<![\d.,])(?<amount>\d{1,6}(?:[.,]\d{2})?)\s?(?:€|\$|£|(?:EUR|USD|euros?|dollars?)\b))",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, MapIdentifier.Timeout);

    public override SlotReading Read(SlotInput input)
    {
        var passage = input.Passage;
        if (passage.Tokens.Count == 0)
        {
            return new SlotReading.Absent();
        }

        var matches = Pattern.Matches(passage.Message).Where(match => passage.UseCharacters(match.Index, match.Index + match.Length) > 0).ToList();
        var amounts = matches.Select(match => decimal.Parse(match.Groups["amount"].Value.Replace(',', '.'), CultureInfo.InvariantCulture)).Distinct().ToList();
        return amounts.Count switch
        {
            0 => new SlotReading.Absent(),
            1 => new SlotReading.Found(JsonValue.Create(amounts[0]), matches[0].Value),
            _ => new SlotReading.Unclear($"The message names several amounts: {string.Join(", ", matches.Select(match => match.Value))}."),
        };
    }
}
