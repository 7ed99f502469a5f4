using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Identity.Changing;

namespace OpsConsole.Tests.Journeys;

[Collection(Browser.Tests)]
public sealed class When_a_supervisor_approves_second(Browser browser) : IAsyncLifetime
{
    private static readonly Actor Admin = new(ActorKind.Person, "another-admin", "Ada", [Roles.Admin]);

    private OpsServer _server = null!;

    public async Task InitializeAsync() => _server = await OpsServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task The_agent_cannot_and_the_supervisor_does_from_the_list_of_approvals()
    {
        await using var agents = await browser.OpenAsync(_server, Roles.Agent);
        var agent = await CaseOnScreen.OpenAsync(agents, "Damaged furniture");
        await agent.StandsAtAsync("Needs supervisor");
        await agent.HasNoButtonAsync("Approve");

        await using var supervisors = await browser.OpenAsync(_server, Roles.Supervisor);
        await supervisors.GoAsync(OpsUrls.Approvals);
        await supervisors.Page.GetByRole(AriaRole.Link, new() { Name = "Damaged furniture", Exact = true }).ClickAsync();
        var supervisor = new CaseOnScreen(supervisors);
        await supervisor.CardSaysAsync("is over 100 €");
        await supervisor.ApproveAsync();

        await agent.StandsAtAsync("Verified");
        await agent.CardSaysAsync("Approved by Jonas Weidner");
        Assert.Single(new ShopDesk(_server).Effects);
    }

    [Fact]
    public async Task Where_two_must_agree_one_person_is_not_enough()
    {
        const string Large = "Full refund for a large order";
        await using var firsts = await browser.OpenAsync(_server, Roles.Supervisor);
        var first = await CaseOnScreen.OpenAsync(firsts, Large);
        await first.CardSaysAsync("0 of 2");
        await first.ApproveAsync();
        await first.CardSaysAsync("1 of 2");
        await first.HasNoButtonAsync("Approve");
        Assert.Empty(new ShopDesk(_server).Effects);

        await BecomesSupervisorAsync(Roles.Auditor);
        await using var seconds = await browser.OpenAsync(_server, Roles.Auditor);
        var second = await CaseOnScreen.OpenAsync(seconds, Large);
        await second.ApproveAsync();
        await second.StandsAtAsync("Verified");
        await first.StandsAtAsync("Verified");
        await first.CardSaysAsync("Approved by Jonas Weidner");
        await first.CardSaysAsync("Approved by Helen Strand");
        Assert.Single(new ShopDesk(_server).Effects);
    }

    private async Task BecomesSupervisorAsync(string role)
    {
        var id = await _server.Get<OpsDatabase>().ReadAsync(
            db => db.Set<Person>().Where(person => person.Email == DemoPeople.EmailOf(role)).Select(person => person.Id).SingleAsync(), CancellationToken.None);
        Assert.IsType<PeopleOutcome.Done>(await _server.Get<ChangeRoles>().RunAsync(Admin, id, [Roles.Supervisor], CancellationToken.None));
    }
}
