using System.Globalization;
using System.Text.RegularExpressions;
using OpsConsole.Core.Foundation.Text;

namespace OpsConsole.Core.Preparation.Verifying;

/// <summary>Finds in a sentence what can be held against facts. Ids, days and numbers look the same in all languages; names begin with a capital.</summary>
internal static partial class ClaimReader
{
    private const int LeastDigitsOfAnId = 7;

    /// <param name="text">The sentence, with its citations blanked out so that places stay.</param>
    /// <param name="offset">Where it begins in the whole text.</param>
    public static IReadOnlyList<Claim> Read(string text, int offset, Evidence evidence)
    {
        var claims = new List<Claim>();
        foreach (Match match in Id().Matches(text))
        {
            if (IsId(match.Value))
            {
                claims.Add(new Claim.Id(match.Value.TrimEnd('.', '-', '_', '/'), offset + match.Index, offset + match.Index + match.Value.TrimEnd('.', '-', '_', '/').Length));
            }
        }

        Add(claims, WrittenDate.All(text).Select(day => new Claim.Day(day, text[day.Start..day.End], offset + day.Start)));
        foreach (Match match in Hour().Matches(text))
        {
            if (TimeOnly.TryParseExact(match.Groups["time"].Value.PadLeft(5, '0'), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour))
            {
                Add(claims, [new Claim.Hour(match.Groups["pm"].Success && hour.Hour < 12 ? hour.AddHours(12) : hour, match.Value, offset + match.Index, offset + match.Index + match.Length)]);
            }
        }

        Add(claims, WrittenNumber.All(text).Where(number => !IsCount(text, number)).Select(number => new Claim.Number(number, text[number.Start..number.End], offset + number.Start)));
        Add(claims, Names(text, offset, evidence));
        return claims;
    }

    /// <summary>The words with a capital of a sentence that are neither common nor known: where a name is cited, one of them may be another name.</summary>
    public static IEnumerable<Claim.Name> Strangers(string text, int offset, Evidence evidence) =>
        from match in Name().Matches(text)
        from word in Word().Matches(match.Value)
        where char.IsUpper(word.Value[0]) && !CommonWords.Are(word.Value) && !evidence.Knows(word.Value)
        let start = offset + match.Index + word.Index
        select new Claim.Name(word.Value, [word.Value], start, start + word.Length);

    /// <summary>What was read as one thing is not read as another.</summary>
    private static void Add(List<Claim> claims, IEnumerable<Claim> more)
    {
        foreach (var claim in more.Where(claim => !claims.Any(known => known.Start < claim.End && claim.Start < known.End)).ToList())
        {
            claims.Add(claim);
        }
    }

    /// <summary>Letters with digits such as <c>W-23187</c>, a hash sign with digits, an address of e-mail, or a number too long to count anything.</summary>
    private static bool IsId(string word)
    {
        var digits = word.Count(char.IsAsciiDigit);
        return word.Contains('@', StringComparison.Ordinal)
            || (digits > 0 && word[0] == '#')
            || (digits >= 2 && word.Any(char.IsLetter) && !Measure().IsMatch(word) && WrittenDate.All(word).Count == 0 && WrittenNumber.All(word).Count == 0)
            || (digits >= LeastDigitsOfAnId && word.All(char.IsAsciiDigit));
    }

    /// <summary>"within 14 days", "2.", "5 working days": how long something takes, or a place in a list, is no fact about a record.</summary>
    private static bool IsCount(string text, WrittenNumber number) =>
        number.Unit is null && (Duration().IsMatch(text[number.End..]) || (number.Start == 0 && number.End < text.Length && text[number.End] is '.' or ')'));

    private static IEnumerable<Claim> Names(string text, int offset, Evidence evidence)
    {
        foreach (Match match in Name().Matches(text))
        {
            var words = Word().Matches(match.Value).Where(word => char.IsUpper(word.Value[0]) && !CommonWords.Are(word.Value)).ToList();
            if (words.Count == 0)
            {
                continue;
            }

            var isCalled = Calling().IsMatch(text[..(match.Index + words[0].Index)]) || CommonWords.AreTitle(Word().Match(match.Value).Value);
            var unknown = words.Where(word => !evidence.Knows(word.Value)).ToList();
            if (words.Count == 1 && !isCalled)
            {
                continue;
            }

            // The first word of a sentence has a capital whatever it is, but beside one half of a name it is taken for the other.
            var isDoubtful = unknown.Count > 1 || (unknown.Count == 1 && (isCalled || words.Count > 1)
                && (!IsStart(text, match.Index + unknown[0].Index) || (words.Count == 2 && evidence.IsOfAName(words[1].Value))));
            var (start, end) = (match.Index + words[0].Index, match.Index + words[^1].Index + words[^1].Length);
            yield return new Claim.Name(text[start..end], isDoubtful ? [.. unknown.Select(word => word.Value)] : [], offset + start, offset + end);
        }
    }

    private static bool IsStart(string text, int at) => text[..at].All(each => !char.IsLetterOrDigit(each));

    [GeneratedRegex(@"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}|(?<![\w.,])#?[\p{L}\p{N}]+(?:[-_/][\p{L}\p{N}]+)*(?![\p{L}\p{N}])")]
    private static partial Regex Id();

    [GeneratedRegex(@"^\d+(?:st|nd|rd|th|er|e|º|°|am|pm|h|hrs?|min|s|kg|g|mg|lb|cm|mm|m|km|ml|l|x|w|v|gb|mb|kr|zł|eur|usd|gbp|chf|days?|-?(?:tage?n?|day|hour|week|month|year)s?)$", RegexOptions.IgnoreCase)]
    private static partial Regex Measure();

    [GeneratedRegex(@"(?<![\d:.,])(?<time>(?:[01]?\d|2[0-3]):[0-5]\d)(?::\d\d)?(?![\d:])(?:\s?(?:(?<pm>p\.?m\.?)|a\.?m\.?)(?!\w))?", RegexOptions.IgnoreCase)]
    private static partial Regex Hour();

    [GeneratedRegex(@"^(?:\s?(?:[-–/]|to|or|bis|oder|à|ou|a|o|tot|of|até|do)\s?\d+)?\s+(?:\p{L}+\s)?(?:days?|hours?|minutes?|weeks?|months?|years?|tage?n?|stunden?|minuten?|wochen?|monate?n?|werktage?n?|jahre?n?|jours?|heures?|semaines?|mois|ans?|días?|horas?|semanas?|mes(?:es)?|años?|giorni|giorno|or[ae]|settiman[ae]|mes[ei]|dagen|dag|uren|uur|weken|week|maanden|dias?|dni|godzin\p{L}*|tygodni\p{L}*)(?!\p{L})", RegexOptions.IgnoreCase)]
    private static partial Regex Duration();

    [GeneratedRegex(@"(?<![\p{L}\p{N}#@._-])\p{Lu}[\p{L}'’-]+(?:\.?\s(?:(?:de|van|von|der|den|da|dos|di|del|la|le|el|al|bin|ten|ter)\s)*\p{Lu}[\p{L}'’-]+)*(?![\p{N}@_])")]
    private static partial Regex Name();

    [GeneratedRegex(@"\p{L}[\p{L}'’-]*")]
    private static partial Regex Word();

    [GeneratedRegex(@"(?:hello|hi|dear|hallo|liebe[r]?|guten tag|bonjour|cher|chère|hola|estimad[oa]|querid[oa]|ciao|gentile|buongiorno|beste|geachte|olá|car[oa]|prezad[oa]|cześć|dzień dobry|drog[ia])[,]?\s+$", RegexOptions.IgnoreCase)]
    private static partial Regex Calling();
}
