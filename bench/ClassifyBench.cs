using System.Diagnostics;
using System.Globalization;
using OpsConsole.Core.Preparation.Classifying;
using OpsConsole.Core.Preparation.Learning;

namespace OpsConsole.Bench;

/// <summary>
/// <c>bench classify --train FILE --dev FILE</c>: the console's own classifier learns from one file and is measured on the other, beside
/// a majority, a nearest centroid and the naive Bayes that it took the place of. Nothing of the second file is used for learning or choosing.
/// </summary>
internal static class ClassifyBench
{
    private const double AimedF1 = 0.90;
    private const double MostCalibrationError = 0.05;
    private const double MostProcessorSeconds = 60;
    private const double MostMilliseconds = 10;

    public static Task<int> RunAsync(BenchOptions options)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var train = ClassifySet.Read(options.Text("train", "../shared/data/star/train.jsonl.gz"));
        var dev = ClassifySet.Read(options.Text("dev", "../shared/data/star/dev.jsonl.gz"));
        var (started, processor) = (Stopwatch.GetTimestamp(), Process.GetCurrentProcess().TotalProcessorTime);
        var learnt = CaseTypeClassifier.Learn(train)!;
        var (took, worked) = (Stopwatch.GetElapsedTime(started).TotalSeconds, (Process.GetCurrentProcess().TotalProcessorTime - processor).TotalSeconds);
        var bytes = learnt.Save();
        var classifier = CaseTypeClassifier.Load(bytes)!;
        Console.WriteLine($"{train.Count} conversations of {learnt.Types.Count} kinds learnt in {took:F1} s ({worked:F1} s of processor time, five folds for calibration included); {bytes.Length / 1024} kB stored");

        var single = dev.Where(example => example.MoreTypes.Count == 0).ToList();
        started = Stopwatch.GetTimestamp();
        var figures = Measure(single, classifier.Classify);
        var each = Stopwatch.GetElapsedTime(started).TotalMilliseconds / Math.Max(1, single.Count);
        var others = Baselines(train, single);
        Tell(figures, others, each);
        var sure = SureThreshold.Of(learnt.HeldBack);
        var at = CoveragePoint.At(sure.Threshold, Judge(single, classifier.Classify));
        Console.WriteLine($"threshold for at most {SureThreshold.TargetError:P0} wrong, found on training data: {sure.Threshold:F2}; there it decides {at.Decided:P1}, {at.Wrong:P1} of it wrong\n");
        var (several, kinds) = TellSeveral(dev, classifier);
        return Task.FromResult(Verdict(figures, others, each, worked, several, kinds));
    }

    private static Dictionary<string, ClassifierFigures> Baselines(IReadOnlyList<Example> train, List<Example> dev)
    {
        var alone = train.Where(example => example.MoreTypes.Count == 0).ToList();
        var (most, count) = alone.CountBy(example => example.CaseType).MaxBy(pair => pair.Value);
        var (centroid, bayes) = (new CentroidBaseline(alone), NaiveBayesBaseline.Learn(alone)!);
        return new Dictionary<string, ClassifierFigures>(StringComparer.Ordinal)
        {
            ["majority"] = ClassifierFigures.Of([.. dev.Select(example => new JudgedExample(example.CaseType, most, (double)count / alone.Count))]),
            ["nearest centroid"] = ClassifierFigures.Of([.. dev.Select(example => (example, said: centroid.Classify(example.Text))).Select(pair => new JudgedExample(pair.example.CaseType, pair.said.CaseType, pair.said.Confidence))]),
            ["naive Bayes (before)"] = Measure(dev, bayes.Classify),
        };
    }

    private static ClassifierFigures Measure(List<Example> dev, Func<string, Classification> classify) => ClassifierFigures.Of(Judge(dev, classify));

    private static List<JudgedExample> Judge(List<Example> dev, Func<string, Classification> classify) =>
        [.. dev.Select(example => (example, said: classify(example.Text))).Select(pair => new JudgedExample(pair.example.CaseType, pair.said.CaseType, pair.said.Confidence))];

    private static void Tell(ClassifierFigures figures, Dictionary<string, ClassifierFigures> others, double each)
    {
        Console.WriteLine($"\n{figures.Cases} conversations about one thing, {each:F2} ms each\n{"",-22} accuracy macro-F1    ECE   AURC");
        foreach (var (name, found) in others.Prepend(KeyValuePair.Create("this classifier", figures)))
        {
            Console.WriteLine($"{name,-22} {found.Accuracy,8:F4} {found.MacroF1,8:F4} {found.CalibrationError,6:F4} {found.RiskArea,6:F4}");
        }

        Console.WriteLine($"\n{"kind",-28} cases precision recall     F1");
        foreach (var type in figures.Types)
        {
            Console.WriteLine($"{type.CaseType,-28} {type.Cases,5} {type.Precision,9:F3} {type.Recall,6:F3} {type.F1,6:F3}");
        }

        Console.WriteLine("\nconfidence   cases  said  right");
        foreach (var bin in figures.Reliability)
        {
            Console.WriteLine($"{bin.From:F1} to {bin.To:F1} {bin.Cases,7} {bin.Confidence,6:F3} {bin.Right,6:F3}");
        }

        Console.WriteLine("\nthreshold decided  right");
        foreach (var point in figures.Coverage)
        {
            Console.WriteLine($"{point.Threshold,9:F2} {point.Decided,7:P1} {1 - point.Wrong,6:P1}");
        }
    }

    /// <summary>Conversations about several things: how many of their kinds are told, and rightly.</summary>
    private static (double Micro, double Macro) TellSeveral(IReadOnlyList<Example> dev, CaseTypeClassifier classifier)
    {
        var several = dev.Where(example => example.MoreTypes.Count > 0).Select(example => (Is: example.Types.ToHashSet(StringComparer.Ordinal), Said: classifier.Classify(example.Text).Several)).ToList();
        if (several.Count == 0)
        {
            return (1, 1);
        }

        double F1(IReadOnlyList<string> kinds)
        {
            var hits = several.Sum(pair => pair.Said.Count(kind => kinds.Contains(kind) && pair.Is.Contains(kind)));
            return 2.0 * hits / Math.Max(1, several.Sum(pair => pair.Said.Count(kinds.Contains) + pair.Is.Count(kinds.Contains)));
        }

        var (micro, macro) = (F1(classifier.Types), several.SelectMany(pair => pair.Is).Distinct().Average(kind => F1([kind])));
        Console.WriteLine($"{several.Count} conversations about several things: micro-F1 {micro:F4}, macro-F1 {macro:F4}, all kinds exactly right {several.Count(pair => pair.Is.SetEquals(pair.Said)) / (double)several.Count:P1}\n");
        return (micro, macro);
    }

    private static int Verdict(ClassifierFigures figures, Dictionary<string, ClassifierFigures> others, double each, double worked, double micro, double macro)
    {
        var score = new Score();
        score.Add(figures.MacroF1 >= AimedF1, $"macro-F1 {figures.MacroF1:F4} is below {AimedF1}");
        score.Add(figures.CalibrationError <= MostCalibrationError, $"calibration error {figures.CalibrationError:F4} is above {MostCalibrationError}");
        foreach (var (name, other) in others)
        {
            score.Add(figures.MacroF1 > other.MacroF1 && figures.Accuracy > other.Accuracy, $"not better than {name}");
            score.Add(figures.RiskArea <= other.RiskArea, $"{name} ranks what it is sure of better");
        }

        score.Add(worked <= MostProcessorSeconds, $"learning took {worked:F0} s of processor time, more than {MostProcessorSeconds}");
        score.Add(each <= MostMilliseconds, $"{each:F1} ms a case, more than {MostMilliseconds}");
        score.Add(micro >= AimedF1 && macro >= AimedF1, $"of several things micro-F1 {micro:F4} or macro-F1 {macro:F4} is below {AimedF1}");
        Console.WriteLine($"{score.Passed} passed, {score.Failed} failed");
        return score.Failed == 0 ? 0 : 1;
    }
}
