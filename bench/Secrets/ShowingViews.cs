using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Actions;
using OpsConsole.Core.Audit;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Cases.Replying;
using OpsConsole.Core.Connectors.Channels;
using OpsConsole.Core.Connectors.Connecting;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Identity.Changing;
using OpsConsole.Core.Models;
using OpsConsole.Core.Models.Configuring;
using OpsConsole.Core.Policies;
using OpsConsole.Core.Policies.Authoring;
using OpsConsole.Core.Policies.Replaying;
using OpsConsole.Core.Preparation.Packs;
using OpsConsole.Core.Preparation.Stages;
using OpsConsole.Operation;

namespace OpsConsole.Bench.Secrets;

/// <summary>What the use cases give to pages, dialogs included that open only by a press: for each role, all of it.</summary>
internal sealed class ShowingViews(InsideConsole console)
{
    private static readonly Actor Auditor = new(ActorKind.Person, "bench-auditor", "Bench auditor", [Roles.Auditor]);

    private static readonly IReadOnlyList<Actor> Roled = [ConsoleHost.Agent, ConsoleHost.Supervisor, ConsoleHost.Admin, Auditor];

    public async Task ShowAllAsync()
    {
        var cases = await console.Database.ReadAsync(db => db.Set<Case>().Select(row => row.Id).ToListAsync(), CancellationToken.None);
        foreach (var actor in Roled)
        {
            foreach (var id in cases)
            {
                await ShowCaseAsync(actor, id);
            }

            await ShowHouseAsync(actor);
        }

        await ExportAsync(cases);
    }

    private async Task ShowCaseAsync(Actor actor, Guid id)
    {
        var view = console.Show("case", await console.Get<ReadCase>().ReadAsync(actor, id, CancellationToken.None));
        if (view is not null)
        {
            ShowEach("message", view.Messages);
            ShowEach("fact", view.Facts);
            console.Show("case itself", view.Case);
            console.Show("replies", await console.Get<ReadReplies>().ReadAsync(actor, view, CancellationToken.None));
        }

        ShowEach("action", await console.Get<ReadActions>().OfCaseAsync(actor, id, CancellationToken.None));
        ShowEach("stage", await console.Get<ReadStages>().OfCaseAsync(actor, id, CancellationToken.None));
        ShowEach("exchange", await console.Get<ReadExchanges>().ReadAsync(actor, id, CancellationToken.None), Place.Exchanges, actor != Auditor && actor != ConsoleHost.Supervisor);
    }

    private async Task ShowHouseAsync(Actor actor)
    {
        ShowEach("system", await console.Get<ListSystems>().ListAsync(actor, CancellationToken.None));
        console.Show("channels", await console.Get<ListChannels>().ListAsync(actor, CancellationToken.None));
        var models = console.Show("models", await console.Get<ReadModels>().ReadAsync(actor, CancellationToken.None));
        ShowEach("provider", models?.Providers ?? []);
        var people = console.Show("people", await console.Get<ListPeople>().FindAsync(actor, CancellationToken.None));
        ShowEach("person", people?.People ?? []);
        ShowEach("service", people?.Services ?? []);
        console.Show("work", await console.Get<ReadWork>().FindAsync(actor, null, CancellationToken.None));
        ShowEach("reply", await console.Get<ReadReplyWork>().ListAsync(actor, CancellationToken.None));
        ShowEach("policy", await console.Get<ReadPolicies>().ListAsync(actor, CancellationToken.None));
        for (var page = await console.Get<SearchAudit>().FindAsync(actor, new AuditFilter(), CancellationToken.None); page is not null;)
        {
            ShowEach("entry", page.Rows);
            page = page.Next is { } next ? await console.Get<SearchAudit>().FindAsync(actor, new AuditFilter(Before: next), CancellationToken.None) : null;
        }
    }

    private async Task ExportAsync(IEnumerable<Guid> cases)
    {
        foreach (var id in cases)
        {
            foreach (var record in await console.Get<SearchAudit>().ExportCaseAsync(Auditor, id, CancellationToken.None) ?? [])
            {
                console.Show("audit export", record.ToJson(), Place.Exports);
            }
        }

        foreach (var policy in await console.Get<ReadPolicies>().ListAsync(Auditor, CancellationToken.None))
        {
            foreach (var format in Enum.GetValues<PolicyFormat>())
            {
                console.Show("policy export", await console.Get<ExportPolicy>().ExportAsync(Auditor, policy.Id, null, format, CancellationToken.None), Place.Exports);
            }
        }

        foreach (var decision in Enumerable.Range(1, 40))
        {
            console.Show("why", await console.Get<ExplainDecision>().FindAsync(Auditor, decision, CancellationToken.None));
        }

        if (await console.Get<ExportPack>().ExportAsync(ConsoleHost.Admin, "service-desk", CancellationToken.None) is ExportPackOutcome.Exported pack)
        {
            console.Show("pack", pack, Place.Exports);
        }
    }

    /// <param name="isVeiled">Whether marked values are covered for this reader; if not, only credentials are looked for.</param>
    private void ShowEach<T>(string what, IEnumerable<T> views, Place place = Place.Views, bool isVeiled = true)
    {
        foreach (var view in views)
        {
            console.Show(what, view, isVeiled ? place : Place.Views);
        }
    }
}
