using System.Globalization;

namespace OpsConsole.Bench;

/// <summary>How one writer writes amounts and days: in the ways of a language, in another form each time.</summary>
internal sealed class GroundingStyle(Random random, string language)
{
    private static readonly Dictionary<string, string> Cultures = new(StringComparer.Ordinal)
    {
        ["en"] = "January February March April May June July August September October November December",
        ["de"] = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
        ["fr"] = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        ["es"] = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        ["it"] = "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        ["nl"] = "januari februari maart april mei juni juli augustus september oktober november december",
    };

    public static IReadOnlyCollection<string> Languages => Cultures.Keys;

    public string Money(decimal amount, string currency)
    {
        var digits = Amount(amount);
        var symbol = currency switch { "EUR" => "€", "USD" => "$", "GBP" => "£", _ => null };
        return (symbol is null ? random.Next(2) : random.Next(4)) switch
        {
            0 => $"{digits} {currency}",
            1 => $"{currency} {digits}",
            2 => $"{symbol}{digits}",
            _ => $"{digits} {symbol}",
        };
    }

    public string Day(DateTime day)
    {
        var month = Cultures[language].Split(' ')[day.Month - 1];
        var number = day.Day.ToString(CultureInfo.InvariantCulture);
        return (language, random.Next(5)) switch
        {
            (_, 0) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ("en", 1) => $"{month} {number}, {day.Year}",
            ("en", 2) => $"{number} {month[..3]} {day.Year}",
            ("en", 3) => $"{month[..3]} {number}{(day.Day % 10, day.Day / 10) switch { (1, not 1) => "st", (2, not 1) => "nd", (3, not 1) => "rd", _ => "th" }}",
            ("en", _) => $"{number} {month}",
            ("de", 1) => $"{number}.{day.Month}.{day.Year}",
            ("de", 2) => day.ToString("dd.MM.yy", CultureInfo.InvariantCulture),
            ("de", _) => $"{number}. {month} {day.Year}",
            ("es", 1) => $"{number} de {month} de {day.Year}",
            ("es", 2) => $"{number} de {month}",
            (_, 1) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
            (_, 2) => $"{number} {month}",
            _ => $"{number} {month} {day.Year}",
        };
    }

    private string Amount(decimal amount)
    {
        var plain = amount == Math.Floor(amount) && random.Next(2) == 0 ? amount.ToString("0", CultureInfo.InvariantCulture) : amount.ToString("0.00", CultureInfo.InvariantCulture);
        if (random.Next(4) == 0 && language == "en")
        {
            return amount.ToString("0.##", CultureInfo.InvariantCulture);
        }

        var (group, point) = language switch
        {
            "en" => (random.Next(2) == 0 ? "," : "", "."),
            "fr" => (random.Next(2) == 0 ? "\u202f" : " ", ","),
            _ => (random.Next(2) == 0 ? "." : "", ","),
        };
        var parts = plain.Split('.');
        var whole = parts[0].Length > 3 ? $"{parts[0][..^3]}{group}{parts[0][^3..]}" : parts[0];
        return parts.Length == 1 ? whole : $"{whole}{point}{parts[1]}";
    }
}
