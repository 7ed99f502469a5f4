using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Yaml;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies;
using OpsConsole.Core.Policies.Documents;
using OpsConsole.Core.Policies.Replaying;

namespace OpsConsole.Tests.Fakes;

/// <summary>Decisions about refunds that were made by policies in force, and drafts to replay over them.</summary>
public sealed class ReplayDesk : IDisposable
{
    public const string ActionType = "sandbox.refund_payment";

    public static readonly Actor Ines = new(ActorKind.Person, "ines", "Ines Admin", [Roles.Admin]);
    public static readonly Actor Jonas = new(ActorKind.Person, "jonas", "Jonas Supervisor", [Roles.Supervisor]);
    public static readonly Actor Mara = new(ActorKind.Person, "mara", "Mara Agent", [Roles.Agent]);

    private static readonly DecidedFate Approved = new(DecisionFate.Approved, "mara", "Mara Agent");

    private ReplayDesk(CoreHost host) => Host = host;

    public CoreHost Host { get; }

    public ReplayPolicy Replay => Host.Get<ReplayPolicy>();

    public static async Task<ReplayDesk> OpenAsync(params IReadOnlyList<string> policies)
    {
        var host = new CoreHost();
        var files = policies.Select((text, index) => new PolicyFile($"{index}.yaml", text)).ToList();
        Assert.IsType<PublishOutcome.Published>(await host.Get<PublishPolicies>().PublishAsync(Actor.Jobs, files, CancellationToken.None));
        return new ReplayDesk(host);
    }

    public static PolicyDocument Document(string text)
    {
        var errors = new List<ConfigError>();
        var document = PolicyYaml.Read("draft.yaml", text, errors);
        Assert.Empty(errors);
        return document!;
    }

    public static JsonObject Input(decimal amount, string status = "delivered", string? caseType = "refund", params IEnumerable<string> flags) => new()
    {
        ["action"] = new JsonObject { ["id"] = ActionType, ["amount"] = amount, ["currency"] = "EUR" },
        ["case"] = new JsonObject { ["type"] = caseType, ["number"] = 1042 },
        ["order"] = new JsonObject { ["order_id"] = "W-1", ["status"] = status },
        ["customer"] = new JsonObject { ["flags"] = new JsonArray([.. flags.Select(flag => JsonValue.Create(flag))]) },
    };

    /// <summary>A decision as the policies in force make it now.</summary>
    public Task<long> RecordAsync(decimal amount, DecidedFate? fate = null, DecisionOutcome outcome = DecisionOutcome.None, string? barred = null) =>
        RecordAsync(Input(amount), fate, outcome, barred);

    public Task<long> RecordAsync(JsonObject input, DecidedFate? fate = null, DecisionOutcome outcome = DecisionOutcome.None, string? barred = null, string actionType = ActionType)
    {
        var policies = Host.Get<IPolicies>();
        var verdict = policies.Decide(actionType, input);
        var amount = (long)((decimal)input["action"]!["amount"]! * 100);
        var entry = new DecisionEntry(
            DecisionStage.Proposed,
            actionType,
            Guid.CreateVersion7(),
            Guid.CreateVersion7(),
            1,
            $"Refund {amount}",
            input,
            barred is null ? verdict : verdict with { Verdict = Verdict.Deny },
            policies.InForce.Governing(actionType, (string?)input["case"]!["type"]).Versions,
            barred,
            amount,
            "EUR");
        var records = Host.Get<DecisionRecords>();
        return Host.Database.WriteAsync(
            async db =>
            {
                var id = await records.AppendAsync(db, entry, CancellationToken.None);
                await records.DecideAsync(db, id, fate ?? (outcome == DecisionOutcome.None ? new DecidedFate(DecisionFate.Waiting) : Approved), CancellationToken.None);
                await records.EndAsync(db, id, outcome, CancellationToken.None);
                return id;
            },
            CancellationToken.None);
    }

    /// <summary>Replays a draft over the last ninety days.</summary>
    public async Task<ReplayReport> ReplayAsync(string draft, IProgress<ReplayProgress>? progress = null)
    {
        Host.Clock.Advance(TimeSpan.FromMinutes(1));
        var outcome = await Replay.RunAsync(Ines, Document(draft), ReplaySpan.LastDays(90, Host.Clock.GetUtcNow()), progress, CancellationToken.None);
        return Assert.IsType<ReplayOutcome.Finished>(outcome).Report;
    }

    public void Dispose() => Host.Dispose();
}
