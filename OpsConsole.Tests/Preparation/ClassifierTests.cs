using System.Text.Json.Nodes;
using OpsConsole.Bench;
using OpsConsole.Core.Preparation.Classifying;
using OpsConsole.Core.Preparation.Learning;

namespace OpsConsole.Tests.Preparation;

public sealed class ClassifierTests
{
    [Theory]
    [InlineData("The mirror came with a crack", "damaged")]
    [InlineData("When will the parcel be delivered?", "where-is-my-order")]
    [InlineData("I want compensation, this is terrible", "goodwill")]
    public async Task Classify_AnUnseenMessage_FindsItsType(string text, string type)
    {
        var classification = (await LearnAsync()).Classify(text);
        Assert.Equal(type, classification.CaseType);
        Assert.NotEmpty(classification.Evidence);
    }

    [Theory]
    [InlineData("My coffee press was damaged when it came, order W-23310.", "coffee press")]
    [InlineData("PLEASE refund me. I was refunded nothing for order W-1 to W-9.", "refund")]
    public async Task Classify_ItsEvidence_IsWordsOfTheMessageAndNoStems(string text, string words)
    {
        var evidence = (await LearnAsync()).Classify(text).Evidence;
        Assert.Contains(words, evidence);
        Assert.All(evidence, told => Assert.Matches($@"\b{System.Text.RegularExpressions.Regex.Escape(told)}\b", text));
        Assert.DoesNotContain(evidence, told => told is "was" or "my" or "w" or "W" || told.Any(char.IsDigit));
        Assert.Equal(evidence.Distinct(StringComparer.OrdinalIgnoreCase), evidence);
    }

    [Fact]
    public void Classify_NothingButFunctionWords_TellsThoseThatDecided()
    {
        List<Example> examples = [.. Enumerable.Range(0, 12).Select(number => number % 2 == 0 ? new Example("it was my", "a") : new Example("for you and", "b"))];
        Assert.NotEmpty(CaseTypeClassifier.Learn(examples)!.Classify("it was my").Evidence);
    }

    [Fact]
    public async Task Classify_WordsNeverSeen_IsNotSure() =>
        Assert.True((await LearnAsync()).Classify("xyzzy plugh frobnicate").Confidence < ClassifyCase.Sure);

    [Fact]
    public async Task Classify_Probabilities_AddUpToOne() =>
        Assert.Equal(1, (await LearnAsync()).Classify("Please cancel it").All.Sum(pair => pair.Probability), 6);

    [Fact]
    public void Learn_FromNothing_GivesNothing() => Assert.Null(CaseTypeClassifier.Learn([]));

    [Fact]
    public void Learn_OfOneType_SaysThatType() =>
        Assert.Equal(("a", 1.0), CaseTypeClassifier.Learn([new Example("one", "a"), new Example("two", "a")])!.Classify("three") is var said ? (said.CaseType, said.Confidence) : default);

    [Fact]
    public async Task Learn_Again_IsTheSameToTheByte() => Assert.Equal((await LearnAsync()).Save(), (await LearnAsync()).Save());

    [Fact]
    public async Task Load_WhatWasSaved_SaysTheSame()
    {
        var learnt = await LearnAsync();
        var read = CaseTypeClassifier.Load(learnt.Save())!;
        Assert.All(
            ["The mirror came with a crack", "Where is it?", "", "order 12345 für Köln"],
            text => Assert.Equal(learnt.Classify(text).All.Select(pair => (pair.CaseType, Math.Round(pair.Probability, 5))), read.Classify(text).All.Select(pair => (pair.CaseType, Math.Round(pair.Probability, 5)))));
    }

    [Fact]
    public async Task Load_DamagedBytes_GivesNothingAndNeverThrows()
    {
        var bytes = (await LearnAsync()).Save();
        var random = new Random(5);
        for (var round = 0; round < 200; round++)
        {
            var damaged = bytes[..random.Next(bytes.Length)];
            Assert.Null(CaseTypeClassifier.Load(damaged));
        }

        Assert.Null(CaseTypeClassifier.Load([]));
    }

    [Fact]
    public async Task Classify_WhateverText_NeverThrows()
    {
        var (classifier, random) = (await LearnAsync(), new Random(7));
        for (var round = 0; round < 300; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(200)).Select(_ => (char)random.Next(1, 0xD7FF)));
            Assert.Equal(1, classifier.Classify(text).All.Sum(pair => pair.Probability), 6);
        }
    }

    /// <summary>Tens of examples must not be served worse than by what served them before.</summary>
    [Theory]
    [InlineData("service-desk")]
    [InlineData("retail")]
    public async Task Learn_FewExamples_IsNotWorseThanNaiveBayes(string pack)
    {
        var examples = await ExamplesAsync(pack);
        var learnt = ClassifierFigures.Of(CaseTypeClassifier.Learn(examples)!.HeldBack);
        var bayes = ClassifierFigures.Of(Folded(examples));
        Assert.True(learnt.Accuracy >= bayes.Accuracy && learnt.MacroF1 >= bayes.MacroF1, $"{learnt.Accuracy:F3} {learnt.MacroF1:F3} against {bayes.Accuracy:F3} {bayes.MacroF1:F3}");
        Assert.True(learnt.CalibrationError < 0.15, $"{learnt.CalibrationError:F3}");
    }

    [Fact]
    public void Classify_AConversationAboutTwoThings_TellsBoth()
    {
        var examples = Enumerable.Range(0, 40).Select(number => (number % 3) switch
        {
            0 => new Example($"cancel the subscription now please {number}", "cancel"),
            1 => new Example($"my invoice shows a wrong total {number}", "invoice"),
            _ => new Example($"cancel the subscription\nand my invoice shows a wrong total {number}", "cancel") { MoreTypes = ["invoice"] },
        }).ToList();
        var classifier = CaseTypeClassifier.Learn(examples)!;
        Assert.Equal(["cancel", "invoice"], classifier.Classify(["please cancel the subscription", "the invoice total is wrong"]).Several);
        Assert.Equal(["invoice"], classifier.Classify("the invoice has a wrong total").Several);
    }

    private static List<JudgedExample> Folded(List<Example> examples)
    {
        const int folds = 5;
        var ranks = new Dictionary<string, int>(StringComparer.Ordinal);
        var fold = examples.Select(example => (ranks[example.CaseType] = ranks.GetValueOrDefault(example.CaseType) + 1) % folds).ToList();
        return [.. Enumerable.Range(0, folds).SelectMany(held =>
        {
            var bayes = NaiveBayesBaseline.Learn([.. examples.Where((_, at) => fold[at] != held)])!;
            return examples.Where((_, at) => fold[at] == held).Select(example => (example, said: bayes.Classify(example.Text))).Select(pair => new JudgedExample(pair.example.CaseType, pair.said.CaseType, pair.said.Confidence));
        })];
    }

    private static async Task<CaseTypeClassifier> LearnAsync() => CaseTypeClassifier.Learn(await ExamplesAsync("service-desk"))!;

    private static async Task<List<Example>> ExamplesAsync(string pack)
    {
        var lines = (await PackDesk.ShippedAsync(pack)).Texts["examples.jsonl"].Split('\n').Where(line => line.Length > 0);
        return [.. lines.Select(line => JsonNode.Parse(line)!).Select(line => new Example(line["text"]!.GetValue<string>(), line["type"]!.GetValue<string>()))];
    }
}
