using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Audit;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Identity.Issuing;
using OpsConsole.Tests.Fakes;

namespace OpsConsole.Tests.Identity;

public sealed class ServiceKeyTests : IDisposable
{
    private static readonly Actor Admin = new(ActorKind.Person, "admin", "Ada", [Roles.Admin]);
    private static readonly Actor Agent = new(ActorKind.Person, "agent", "Bob", [Roles.Agent]);

    private readonly CoreHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task OfKey_AnIssuedKey_IsTheService()
    {
        var (_, key) = await IssueAsync();
        var actor = await _host.Get<FindActor>().OfKeyAsync(key.Secret, CancellationToken.None);
        Assert.Equal((ActorKind.Service, "Shop"), (actor!.Kind, actor.Name));
        Assert.True(actor.May(Permissions.CasesSubmit));
        Assert.False(actor.May(Permissions.ActionsDecide));
    }

    [Fact]
    public async Task OfKey_ARevokedKey_IsNobody()
    {
        var (_, key) = await IssueAsync();
        await _host.Get<ChangeApiKeys>().RevokeAsync(Admin, key.Id, CancellationToken.None);
        Assert.Null(await _host.Get<FindActor>().OfKeyAsync(key.Secret, CancellationToken.None));
    }

    [Fact]
    public async Task Issue_AKey_LeavesItNowhereInTheClear()
    {
        var (_, key) = await IssueAsync();
        var rows = await _host.Database.ReadAsync(db => db.Set<ApiKey>().ToListAsync(), CancellationToken.None);
        var log = await _host.Database.ReadAsync(db => db.Set<AuditRecord>().ToListAsync(), CancellationToken.None);
        Assert.DoesNotContain(rows, row => row.Hash.Contains(key.Secret, StringComparison.Ordinal) || row.Prefix.Length > SecretText.ShownPrefix);
        Assert.DoesNotContain(log, row => row.DetailsJson.Contains(key.Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Issue_ByAnAgent_IsRefusedAndRecorded()
    {
        var (service, _) = await IssueAsync();
        Assert.IsType<PeopleOutcome.Forbidden>(await _host.Get<ChangeApiKeys>().IssueAsync(Agent, service, CancellationToken.None));
        var refused = await _host.Database.ReadAsync(db => db.Set<AuditRecord>().SingleAsync(row => row.Outcome == "refused"), CancellationToken.None);
        Assert.Equal(("Bob", "service.key-issued"), (refused.ActorName, refused.Event));
    }

    [Theory]
    [InlineData(Roles.Agent)]
    [InlineData(Roles.Admin)]
    public async Task Add_AServiceWithARoleForPeople_IsRefused(string role) => Assert.IsType<PeopleOutcome.Invalid>(
        await _host.Get<AddService>().RunAsync(Admin, "Robot", [role], CancellationToken.None));

    private async Task<(Guid Service, PeopleOutcome.DoneWithSecret Key)> IssueAsync()
    {
        var service = Assert.IsType<PeopleOutcome.Done>(await _host.Get<AddService>().RunAsync(Admin, "Shop", [Roles.Intake], CancellationToken.None)).Id;
        return (service, Assert.IsType<PeopleOutcome.DoneWithSecret>(await _host.Get<ChangeApiKeys>().IssueAsync(Admin, service, CancellationToken.None)));
    }
}
