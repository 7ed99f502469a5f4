using OpsConsole.Core.BusinessMap;
using OpsConsole.Core.Foundation.Packs;
using OpsConsole.Core.Preparation.Packs;
using OpsConsole.Core.Preparation.Playbooks;
using OpsConsole.Core.Workflow;
using OpsConsole.Tests.Fakes;

namespace OpsConsole.Tests.Preparation;

public sealed class PackTests
{
    [Theory]
    [InlineData("service-desk")]
    [InlineData("retail")]
    public async Task Load_AShippedPack_HasNoFault(string id)
    {
        using var host = await PackDesk.LoadedAsync(id);
        Assert.NotEmpty(host.Get<ICaseTypes>().All);
        Assert.NotEmpty(host.Get<PlaybookShelf>().Packs.Single().Playbooks);
        Assert.NotEmpty(host.Get<LivingMap>().Of(id).Identifiers);
    }

    [Fact]
    public async Task Load_SeveralFaults_TellsAllOfThemWithTheirLines()
    {
        var files = await PackDesk.ChangedAsync("playbooks.yaml", text => text
            .Replace("action-type: sandbox.cancel_order", "action-type: sandbox.cancel_ordr", StringComparison.Ordinal)
            .Replace("case-type: goodwill", "case-type: goodwil", StringComparison.Ordinal)
            .Replace("when: customer._id != null", "when: customer._id !!= null", StringComparison.Ordinal));
        using var host = new CoreHost();
        var faulty = Assert.IsType<LoadPackOutcome.Faulty>(await host.Get<LoadPack>().LoadAsync(PackDesk.Admin, files, CancellationToken.None));
        foreach (var wrong in new[] { "sandbox.cancel_ordr", "case-type: goodwil", "!!=" })
        {
            var line = PackDesk.LineOf(files, "playbooks.yaml", wrong);
            Assert.Contains(faulty.Errors, error => error.File == "playbooks.yaml" && error.Line == line);
        }
    }

    [Fact]
    public async Task Load_WithAFault_ChangesNothing()
    {
        using var host = await PackDesk.LoadedAsync("service-desk");
        var before = host.Get<ICaseTypes>().Find("refund");
        var files = await PackDesk.ChangedAsync("case-types.yaml", text => text.Replace("name: Refund,", "name: Money back,", StringComparison.Ordinal) + "\n- {id: broken}\n");
        Assert.IsType<LoadPackOutcome.Faulty>(await host.Get<LoadPack>().LoadAsync(PackDesk.Admin, files, CancellationToken.None));
        Assert.Same(before, host.Get<ICaseTypes>().Find("refund"));
        Assert.Equal((await PackDesk.ShippedAsync("service-desk")).Digest, (await host.Get<ReadPacks>().StoredAsync(CancellationToken.None)).Single().Digest);
    }

    [Fact]
    public async Task Export_ThenLoad_GivesTheSamePack()
    {
        using var host = await PackDesk.LoadedAsync("service-desk");
        var exported = Assert.IsType<ExportPackOutcome.Exported>(await host.Get<ExportPack>().ExportAsync(PackDesk.Admin, "service-desk", CancellationToken.None));
        using var other = new CoreHost();
        Assert.IsType<LoadPackOutcome.Loaded>(await other.Get<LoadPack>().LoadAsync(PackDesk.Admin, exported.Files, CancellationToken.None));
        Assert.Equal((await PackDesk.ShippedAsync("service-desk")).Digest, (await other.Get<ReadPacks>().StoredAsync(CancellationToken.None)).Single().Digest);
        Assert.Equal(host.Get<ICaseTypes>().All.Select(type => type with { Actions = null }), other.Get<ICaseTypes>().All.Select(type => type with { Actions = null }));
        Assert.Equal(host.Get<ICaseTypes>().All.Select(type => type.Actions), other.Get<ICaseTypes>().All.Select(type => type.Actions));
        Assert.NotEmpty(exported.ToZip());
    }

    [Fact]
    public async Task Load_ByAnAgent_IsRefused()
    {
        using var host = new CoreHost();
        var files = await PackDesk.ShippedAsync("service-desk");
        Assert.IsType<LoadPackOutcome.Refused>(await host.Get<LoadPack>().LoadAsync(PackDesk.Agent, files, CancellationToken.None));
        Assert.Empty(await host.Get<ReadPacks>().StoredAsync(CancellationToken.None));
    }

    [Fact]
    public void Load_WithoutAHeader_SaysSo()
    {
        using var host = new CoreHost();
        var reading = host.Get<LoadPack>().Check(new PackFiles("empty", new Dictionary<string, string>()));
        Assert.Contains(reading.Errors, error => error.File == PackHeader.File);
    }
}
