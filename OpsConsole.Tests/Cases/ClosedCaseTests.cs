using Bunit;
using Microsoft.Extensions.DependencyInjection;
using OpsConsole.Cases;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Cases.Working;
using OpsConsole.Tests.Fakes;

namespace OpsConsole.Tests.Cases;

public sealed class ClosedCaseTests : BunitContext
{
    [Theory]
    [InlineData(CaseStage.Closed, true, "Open Prepare Decide Act Verify Close")]
    [InlineData(CaseStage.Closed, false, "Open Prepare Decide Close")]
    [InlineData(CaseStage.Decide, false, "Open Prepare Decide")]
    public void Stages_OfACase_ThatWereGoneThrough_AreTicked(CaseStage stage, bool hasActed, string gone)
    {
        var stages = Render<CaseStages>(parameters => parameters.Add(part => part.Stage, stage).Add(part => part.HasActed, hasActed));

        Assert.Equal(gone, string.Join(' ', stages.FindAll("li:not(.is-next)").Select(one => one.TextContent.Trim())));
    }

    [Fact]
    public async Task Resolution_OfAResolvedCase_IsReadOnIt()
    {
        await using var desk = await ActionDesk.OpenAsync();
        Services.AddSingleton<TimeProvider>(desk.Host.Clock);
        Assert.IsType<CaseOutcome.Done>(await desk.Host.Get<ResolveCase>().ResolveAsync(ActionDesk.Ana, desk.CaseId, 0, "Told them <b>twice</b>.\nThey agree.", CancellationToken.None));
        var view = await desk.Host.Get<ReadCase>().ReadAsync(ActionDesk.Ana, desk.CaseId, CancellationToken.None);

        var shown = Render<CaseResolution>(parameters => parameters.Add(part => part.Case, view!.Case));

        Assert.Equal("Resolved", shown.Find(".note__title").TextContent);
        Assert.Equal("Told them <b>twice</b>.\nThey agree.", shown.Find(".case__resolution").TextContent);
        Assert.Empty(shown.FindAll("a"));
    }
}
