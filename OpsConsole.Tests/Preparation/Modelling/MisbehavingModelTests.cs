using OpsConsole.Bench.Behaving;
using OpsConsole.Tests.Architecture;

namespace OpsConsole.Tests.Preparation.Modelling;

/// <summary>Whole cases with models that misbehave, over real HTTP; <c>bench models</c> runs those that take time as well.</summary>
public sealed class MisbehavingModelTests(MisbehavingModelTests.Server server) : IClassFixture<MisbehavingModelTests.Server>
{
    public static TheoryData<string> Quick => [.. Behaviour.All.Where(behaviour => behaviour.IsQuick).Select(behaviour => behaviour.Name)];

    [Theory]
    [MemberData(nameof(Quick))]
    public async Task Prepare_BehaviourInEachStage_EndsPreparedWithThePlaybooksProposals(string name)
    {
        var behaviour = Behaviour.All.Single(behaviour => behaviour.Name == name);
        foreach (var stage in WholeCases.Stages)
        {
            var (faults, _) = await server.Cases.RunAsync(behaviour, stage);
            Assert.True(faults.Count == 0, $"{name} in {stage}: {string.Join("; ", faults)}");
        }
    }

    /// <summary>In seconds; nothing here is about slowness, and a machine may be busy.</summary>
    private const int Patience = 60;

    /// <summary>The console and the stub, made once for all.</summary>
    public sealed class Server : IAsyncLifetime
    {
        private WholeCases? _cases;

        internal WholeCases Cases => _cases!;

        public async Task InitializeAsync() => _cases = await WholeCases.OpenAsync(Path.Combine(SourceTree.Root, "packs"), Patience);

        public async Task DisposeAsync() => await Cases.DisposeAsync();
    }
}
