using System.Text.Json.Nodes;
using OpsConsole.Core.Preparation.Classifying;

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

    [Fact]
    public async Task Classify_WordsNeverSeen_IsNotSure() =>
        Assert.True((await LearnAsync()).Classify("xyzzy plugh frobnicate").Confidence < ClassifyCase.Sure);

    [Fact]
    public async Task Classify_Probabilities_AddUpToOne() =>
        Assert.Equal(1, (await LearnAsync()).Classify("Please cancel it").All.Sum(pair => pair.Probability), 6);

    [Fact]
    public void Learn_FromNothing_GivesNothing() => Assert.Null(CaseTypeClassifier.Learn([]));

    private static async Task<CaseTypeClassifier> LearnAsync()
    {
        var lines = (await PackDesk.ShippedAsync("service-desk")).Texts["examples.jsonl"].Split('\n').Where(line => line.Length > 0);
        return CaseTypeClassifier.Learn([.. lines.Select(line => JsonNode.Parse(line)!).Select(line => new Example(line["text"]!.GetValue<string>(), line["type"]!.GetValue<string>()))])!;
    }
}
