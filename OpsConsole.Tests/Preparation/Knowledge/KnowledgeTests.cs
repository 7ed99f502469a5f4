using OpsConsole.Core.Foundation.Packs;
using OpsConsole.Core.Preparation.Knowledge;
using OpsConsole.Core.Preparation.Packs;

namespace OpsConsole.Tests.Preparation.Knowledge;

/// <summary>What articles of the house are found for a message.</summary>
public sealed class KnowledgeTests
{
    [Theory]
    [InlineData("damaged", "The vase arrived with a crack and I took a photo of the damage", "damaged-goods")]
    [InlineData("where-is-my-order", "My parcel has not moved for ten days", "late-parcels")]
    [InlineData("return", "Do opened mattresses come back?", "returns")]
    [InlineData(null, "Do you need my password or the code from the text message?", "tone")]
    public async Task Find_AMessage_GivesTheArticleThatItIsAbout(string? type, string text, string article)
    {
        using var host = await PackDesk.LoadedAsync("service-desk");
        Assert.Equal(article, host.Get<KnowledgeShelf>().Find("service-desk", type, text, 3)[0].Article);
    }

    [Fact]
    public async Task Find_AnArticleForOtherCaseTypes_IsNotGiven()
    {
        using var host = await PackDesk.LoadedAsync("service-desk");
        Assert.DoesNotContain(host.Get<KnowledgeShelf>().Find("service-desk", "cancel", "damage photo broken scratches", 10), passage => passage.Article == "damaged-goods");
    }

    [Fact]
    public async Task Find_NothingInCommon_GivesNothing()
    {
        using var host = await PackDesk.LoadedAsync("service-desk");
        Assert.Empty(host.Get<KnowledgeShelf>().Find("service-desk", "cancel", "xylophone zeppelin", 3));
    }

    [Theory]
    [InlineData("No heading", "an article begins with")]
    [InlineData("# Title\nfor: nothing-such\n\nText.", "there is no case type 'nothing-such'")]
    [InlineData("# Title\nsomething\n\nText.", "an article begins with")]
    public async Task Load_AMalformedArticle_IsTold(string text, string sentence)
    {
        using var host = await PackDesk.LoadedAsync("service-desk");
        var files = new PackFiles("odd", new Dictionary<string, string>(StringComparer.Ordinal) { ["pack.yaml"] = "id: odd\nname: Odd\nversion: 1.0.0\n", ["knowledge/odd.md"] = text });
        Assert.Contains(host.Get<LoadPack>().Check(files).Errors, error => error.Message.Contains(sentence, StringComparison.Ordinal));
    }
}
