using System.Diagnostics;
using System.Globalization;
using OpsConsole.Core.Preparation.Verifying;

namespace OpsConsole.Bench;

/// <summary>
/// <c>bench grounding [--summaries 2000] [--seed N] [--verbose]</c>: summaries of made-up cases, half of them with one planted error, held
/// against the facts. Tells of each kind of error how many were caught, and how many right sentences were marked.
/// </summary>
internal static class GroundingBench
{
    private sealed record Result(GroundingText Text, string Language, bool IsCaught, IReadOnlyList<string> Alarms, int Sentences, double Milliseconds);

    public static Task<int> RunAsync(BenchOptions options)
    {
        var seed = options.Number("seed", 20261126);
        var wanted = options.Number("summaries", 2000);
        var random = new Random(seed);
        var results = new List<Result>();
        var kinds = Enum.GetValues<Planted>().Where(kind => kind != Planted.Nothing).ToArray();
        while (results.Count < wanted)
        {
            var @case = GroundingCase.Make(random);
            var language = random.Next(2) == 0 ? "en" : GroundingStyle.Languages.ElementAt(random.Next(GroundingStyle.Languages.Count));
            var planted = results.Count % 2 == 0 ? Planted.Nothing : kinds[results.Count / 2 % kinds.Length];
            if (new GroundingWriter(random, @case, language).Write(planted) is { } text)
            {
                results.Add(Check(@case, text, language));
            }
        }

        if (options.Has("verbose"))
        {
            foreach (var result in results.Where(result => !result.IsCaught || result.Alarms.Count > 0))
            {
                Console.WriteLine($"{result.Language} {result.Text.Planted} {(result.IsCaught ? "" : "MISSED")}\n  {result.Text.Wrong}{string.Concat(result.Alarms.Select(alarm => $"\n  alarm: {alarm}"))}");
            }
        }

        return Task.FromResult(Print(results, kinds, seed));
    }

    private static Result Check(GroundingCase @case, GroundingText text, string language)
    {
        var started = Stopwatch.GetTimestamp();
        var check = TextCheck.Check(text.Text, new Evidence(@case.Facts, []));
        var took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        var marked = check.Sentences.Where(sentence => sentence.Verdict is SentenceVerdict.Unsupported or SentenceVerdict.Contradicted).ToList();
        var (from, to) = text.Wrong is null ? (-1, -1) : (text.Text.IndexOf(text.Wrong, StringComparison.Ordinal), text.Text.IndexOf(text.Wrong, StringComparison.Ordinal) + text.Wrong.Length);
        bool IsWrong(CheckedSentence sentence) => sentence.Start < to && sentence.End > from;
        return new Result(
            text, language, text.Wrong is null || marked.Any(IsWrong),
            [.. marked.Where(sentence => !IsWrong(sentence)).Select(sentence => $"{text.Text[sentence.Start..sentence.End]} — {string.Join(' ', sentence.Problems.Select(problem => problem.Reason))}")],
            check.Sentences.Count, took);
    }

    private static int Print(List<Result> results, Planted[] kinds, int seed)
    {
        Console.WriteLine($"{results.Count} summaries with {results.Sum(result => result.Sentences)} sentences, {results.Count(result => result.Text.Wrong is not null)} with one planted error; seed {seed}");
        foreach (var kind in kinds)
        {
            var planted = results.Where(result => result.Text.Planted == kind).ToList();
            Console.WriteLine($"  {Name(kind),-26} caught {Share(planted.Count(result => result.IsCaught), planted.Count)}");
        }

        var right = results.Sum(result => result.Sentences) - results.Count(result => result.Text.Wrong is not null);
        Console.WriteLine($"  {"right sentences",-26} marked {Share(results.Sum(result => result.Alarms.Count), right)}");
        var clean = results.Where(result => result.Text.Wrong is null).ToList();
        Console.WriteLine($"  {"summaries without error",-26} marked {Share(clean.Count(result => result.Alarms.Count > 0), clean.Count)}");
        foreach (var language in GroundingStyle.Languages)
        {
            var own = results.Where(result => result.Language == language).ToList();
            var wrong = own.Where(result => result.Text.Wrong is not null).ToList();
            Console.WriteLine($"  in {language}: caught {Share(wrong.Count(result => result.IsCaught), wrong.Count)}, summaries with a false alarm {Share(own.Count(result => result.Alarms.Count > 0), own.Count)}");
        }

        var times = results.Select(result => result.Milliseconds).Order().ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  ms per summary: p50 {times[times.Count / 2]:0.00}, p95 {times[times.Count * 95 / 100]:0.00}"));
        var passed = results.Count(result => result.IsCaught && result.Alarms.Count == 0);
        Console.WriteLine($"{passed} passed, {results.Count - passed} failed");
        return passed == results.Count ? 0 : 1;
    }

    private static string Name(Planted kind) => string.Concat(kind.ToString().Select((letter, at) => at > 0 && char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : char.ToLowerInvariant(letter).ToString()));

    private static string Share(int part, int whole) => whole == 0 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / whole,5:0.0} % ({part} of {whole})");
}
