using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OpsConsole.Core.Actions;
using OpsConsole.Core.Actions.Deciding;
using OpsConsole.Core.Actions.Executing;
using OpsConsole.Core.Actions.Proposing;
using OpsConsole.Core.Cases.Opening;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies;

namespace OpsConsole.Tests.Fakes;

/// <summary>The real actions on a real database, with a scripted system and scripted policies: a case, a ticket, and people.</summary>
public sealed class ActionDesk : IAsyncDisposable
{
    public static readonly Actor Ana = new(ActorKind.Person, "ana", "Ana Agent", [Roles.Agent]);
    public static readonly Actor Ben = new(ActorKind.Person, "ben", "Ben Agent", [Roles.Agent]);
    public static readonly Actor Sue = new(ActorKind.Person, "sue", "Sue Supervisor", [Roles.Supervisor]);
    public static readonly Actor Bot = new(ActorKind.Service, "bot", "Planner", [Roles.Proposer]);

    private ActionDesk(CoreHost host, ScriptedConnector connector, ScriptedPolicies policies, Guid caseId)
    {
        Host = host;
        Connector = connector;
        Policies = policies;
        CaseId = caseId;
    }

    public CoreHost Host { get; }

    public ScriptedConnector Connector { get; }

    public ScriptedPolicies Policies { get; }

    public Guid CaseId { get; }

    public static async Task<ActionDesk> OpenAsync(IdempotencySupport support = IdempotencySupport.NativeKey, bool probe = true, TimeSpan? callTimeout = null)
    {
        var connector = new ScriptedConnector();
        var policies = new ScriptedPolicies();
        var host = new CoreHost(services =>
        {
            services.AddSingleton<IConnector>(connector);
            services.Replace(ServiceDescriptor.Singleton<IPolicies>(policies));
            services.Replace(ServiceDescriptor.Singleton(new ExecutionOptions { CallTimeout = callTimeout ?? TimeSpan.FromSeconds(20) }));
        });
        connector.Put("T-1", "open");
        connector.Put("T-2", "open");
        await host.Get<IActionTypes>().SaveAsync(Type(support, probe), CancellationToken.None);
        var request = new NewCase { Subject = "Close my ticket", Body = "Please close T-1.", Channel = "email", Source = "test" };
        var opened = await host.Get<OpenCase>().OpenAsync(Ana, request, null, CancellationToken.None);
        return new ActionDesk(host, connector, policies, Assert.IsType<OpenCaseOutcome.Opened>(opened).CaseId);
    }

    public static ActionType Type(IdempotencySupport support, bool probe) => new()
    {
        Id = "desk.set_status",
        Version = 0,
        System = "desk",
        Operation = "set_status",
        Title = "Set ticket {parameters.id} to {parameters.status}",
        Reversibility = ReversibilityClass.Reversible,
        Idempotency = support,
        Parameters = (JsonObject)JsonNode.Parse(
            """{"type": "object", "required": ["id", "status"], "additionalProperties": false, "properties": {"id": {"type": "string"}, "status": {"type": "string", "enum": ["closed", "waiting", "open"]}}}""")!,
        Context = [new ContextRead("ticket", "tickets", "parameters.id", null, new Dictionary<string, string>())],
        Targets = ["ticket"],
        Material = new Dictionary<string, string> { ["status"] = "ticket.status" },
        Criteria = [new SubmissionCriterion("ticket.status != parameters.status", "The ticket is {ticket.status} already.")],
        Preview = [new PreviewLine("Status", "ticket.status", "parameters.status")],
        Probe = probe ? "ticket.status = parameters.status" : null,
        Compensation = new Compensation("desk.set_status", new Dictionary<string, string> { ["id"] = "parameters.id", ["status"] = "before.ticket.status" }),
    };

    public async Task<ProposedAction> ProposeAsync(string ticket = "T-1", string status = "closed", Actor? by = null) =>
        await FindAsync(Assert.IsType<DraftOutcome.Stored>((await ProposeAsync(by ?? Bot, Draft(ticket, status)))[0]).Id);

    public async Task<IReadOnlyList<DraftOutcome>> ProposeAsync(Actor by, params IReadOnlyList<ActionDraft> drafts) =>
        Assert.IsType<ProposeOutcome.Proposed>(await Host.Get<ProposeActions>().ProposeAsync(by, CaseId, drafts, replace: false, CancellationToken.None)).Drafts;

    public static ActionDraft Draft(string ticket, string status, int? after = null) =>
        new("desk.set_status", new JsonObject { ["id"] = ticket, ["status"] = status }, [], after);

    public Task<ApproveOutcome> ApproveAsync(Actor by, ProposedAction seen) =>
        Host.Get<ApproveAction>().ApproveAsync(by, seen.Id, SeenContract.Of(seen), null, CancellationToken.None);

    /// <summary>Proposed by a program, approved by an agent.</summary>
    public async Task<ProposedAction> ApprovedAsync(string ticket = "T-1", string status = "closed")
    {
        var action = await ProposeAsync(ticket, status);
        Assert.IsType<ApproveOutcome.Approved>(await ApproveAsync(Ana, action));
        return await FindAsync(action.Id);
    }

    public Task<int> DispatchAsync() => Host.Get<DispatchDue>().SweepAsync(CancellationToken.None);

    public Task<int> LookAsync() => Host.Get<LookDue>().SweepAsync(CancellationToken.None);

    /// <summary>Runs the jobs until nothing is due any more, letting leases and pauses pass.</summary>
    public async Task SettleAsync()
    {
        for (var round = 0; round < 12; round++)
        {
            await DispatchAsync();
            await LookAsync();
            Host.Clock.Advance(TimeSpan.FromSeconds(40));
        }
    }

    public Task<ProposedAction> FindAsync(Guid id) =>
        Host.Database.ReadAsync(db => db.Set<ProposedAction>().SingleAsync(row => row.Id == id), CancellationToken.None);

    public Task<List<ActionRun>> RunsAsync(Guid id) =>
        Host.Database.ReadAsync(db => db.Set<ActionRun>().Where(row => row.ActionId == id).OrderBy(row => row.Attempt).ToListAsync(), CancellationToken.None);

    /// <summary>Changes the stored row as an intruder would, past every handler.</summary>
    public Task TamperAsync(FormattableString sql) => Host.Database.WriteAsync(db => db.Database.ExecuteSqlAsync(sql), CancellationToken.None);

    /// <summary>How often something is in the audit log.</summary>
    public async Task<int> AuditedAsync(string happened) => await Host.Database.ReadAsync(
        db => db.Database.SqlQuery<int>($"SELECT count(*) AS Value FROM audit_log WHERE Event = {happened}").SingleAsync(), CancellationToken.None);

    public ValueTask DisposeAsync()
    {
        Host.Dispose();
        return ValueTask.CompletedTask;
    }
}
