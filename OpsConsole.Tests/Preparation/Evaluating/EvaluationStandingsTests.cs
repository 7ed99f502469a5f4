using Bunit;
using OpsConsole.Core.Models;
using OpsConsole.Core.Preparation.Evaluating;
using OpsConsole.Preparation.Evaluating;

namespace OpsConsole.Tests.Preparation.Evaluating;

public sealed class EvaluationStandingsTests : BunitContext
{
    [Theory]
    [InlineData(true, "does not work", true)]
    [InlineData(false, "works; worse than the playbooks", false)]
    public void Standing_AProviderThatWentWorse_SaysWhetherItWorksAllTheSame(bool isRequired, string word, bool mayBeCleared)
    {
        var standings = Render(new EvaluationStanding.Worse(Run(right: 1), Run(right: 3)), isRequired);

        Assert.Equal(word, standings.Find(".chip").TextContent.Trim());
        Assert.Contains("1 of 4 right", standings.Markup, StringComparison.Ordinal);
        Assert.Equal(mayBeCleared, standings.FindAll("button").Count == 1);
    }

    [Theory]
    [InlineData(true, "waits for its evaluation", true)]
    [InlineData(false, "works; its evaluation waits", false)]
    public void Standing_AProviderThatWasNotEvaluated_SaysWhetherItWorksAllTheSame(bool isRequired, string word, bool mayBeCleared)
    {
        var standings = Render(new EvaluationStanding.Waiting("daily"), isRequired);

        Assert.Equal(word, standings.Find(".chip").TextContent.Trim());
        Assert.Equal(mayBeCleared, standings.FindAll("button").Count == 1);
    }

    private IRenderedComponent<EvaluationStandings> Render(EvaluationStanding standing, bool isRequired) => Render<EvaluationStandings>(parameters => parameters
        .Add(part => part.Standings, [(new ModelProvider { Name = "local" }, standing)]).Add(part => part.MayClear, true).Add(part => part.IsRequired, isRequired));

    private static EvaluationRun Run(int right) => new()
    {
        Id = Guid.Empty, SetId = "daily", SetDigest = "d", Subject = "local", Setup = "s", StartedBy = "Ada", StartedAt = DateTimeOffset.UnixEpoch, State = EvaluationState.Finished, Total = 4, Right = right,
    };
}
