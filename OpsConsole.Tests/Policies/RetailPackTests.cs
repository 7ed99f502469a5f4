using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OpsConsole.Core.Actions.Proposing;
using OpsConsole.Core.Actions.Proving;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Foundation.Time;
using OpsConsole.Core.Foundation.Yaml;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies;
using OpsConsole.Tests.Architecture;
using OpsConsole.Tests.Fakes;

namespace OpsConsole.Tests.Policies;

/// <summary>The retail pack held against an outside system and calls whose right outcome somebody else worked out.</summary>
public sealed class RetailPackTests
{
    [RetailFact]
    public async Task Decide_EveryKnownCorrectWrite_IsNotDenied()
    {
        await using var run = await RetailRun.StartAsync();
        var wrong = new List<string>();
        foreach (var gold in RetailDesk.Lines("gold.jsonl"))
        {
            await run.Desk.ResetAsync();
            foreach (var action in gold["actions"]!.AsArray().Select(action => action!.AsObject()))
            {
                var call = new RetailCall((string)action["operation"]!, action["arguments"]!.AsObject());
                var verdict = await run.DecideAsync(call, (string)gold["user_id"]!);
                var denied = verdict.Verdict == Verdict.Deny || verdict.Hits.Any(hit => hit.IsUndecided);
                if (denied && (string)action["outcome"]! == "done")
                {
                    wrong.Add($"{gold["case_id"]} {call.Operation}: {verdict.Reason}");
                }

                await run.CallAsync(call);
            }
        }

        Assert.Empty(wrong);
    }

    [RetailFact]
    public async Task Decide_CallsThatTheSystemRefuses_AreDeniedWithTheRuleBeforeTheyAreMade()
    {
        await using var run = await RetailRun.StartAsync();
        var wrong = new List<string>();
        foreach (var line in RetailDesk.Lines("mutated-calls.jsonl").Where(line => run.Knows((string)line["operation"]!) && !IsOfNothing(line["arguments"]!)))
        {
            await run.Desk.ResetAsync();
            foreach (var step in line["setup"]!.AsArray())
            {
                await run.CallAsync(new RetailCall((string)step!["operation"]!, step["arguments"]!.AsObject()));
            }

            var call = new RetailCall((string)line["operation"]!, line["arguments"]!.AsObject());
            var verdict = await run.DecideAsync(call, await run.CustomerOfAsync(call));
            var refused = (string)line["outcome"]! == "refused";
            if (refused != (verdict.Verdict == Verdict.Deny) || (refused && verdict.Hits[0].PolicyId != RuleHit.BuiltIn && verdict.Hits[0].Citation is null))
            {
                wrong.Add($"{line["call_id"]} {call.Operation} {line["outcome"]} {line["code"]}: {verdict.Verdict} {verdict.Reason}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Read_AllPacks_PoliciesHaveNoFault()
    {
        var errors = new List<ConfigError>();
        var files = SourceTree.Files("packs", ".yaml").Where(file => file.Contains("/policies/", StringComparison.Ordinal)).ToList();
        Assert.All(files, file => Assert.NotNull(PolicyReader.Read(file, SourceTree.Read(file), 1, errors)));
        Assert.Empty(errors);
        Assert.NotEmpty(files);
    }

    /// <summary>A return of no item at all: the system registers it, our schema wants at least one.</summary>
    private static bool IsOfNothing(JsonNode arguments) => arguments["item_ids"] is JsonArray { Count: 0 };

    private sealed record RetailCall(string Operation, JsonObject Arguments);

    /// <summary>The console with the retail pack, and the system that it is connected to.</summary>
    private sealed class RetailRun(RetailDesk desk, CoreHost host) : IAsyncDisposable
    {
        public RetailDesk Desk => desk;

        public static async Task<RetailRun> StartAsync()
        {
            var desk = await RetailDesk.StartAsync();
            var host = new CoreHost(services => services.Replace(ServiceDescriptor.Singleton<IConnectorDirectory>(desk)));
            var errors = new List<ConfigError>();
            foreach (var item in YamlFile.Parse("action-types.yaml", SourceTree.Read("packs/retail/action-types.yaml"), errors).Root!.Items())
            {
                await host.Get<IActionTypes>().SaveAsync(ActionTypeReader.Read(item), CancellationToken.None);
            }

            var files = SourceTree.Files("packs/retail/policies", ".yaml").Select(file => new PolicyFile(file, SourceTree.Read(file)));
            Assert.IsType<PublishOutcome.Published>(await host.Get<PublishPolicies>().PublishAsync(Actor.Jobs, [.. files], CancellationToken.None));
            Assert.Empty(errors);
            return new RetailRun(desk, host);
        }

        public bool Knows(string operation) => host.Get<IActionTypes>().Find("retail." + operation) is not null;

        /// <summary>What policies say; what cannot even be an action is denied by the console itself.</summary>
        public async Task<PolicyVerdict> DecideAsync(RetailCall call, string? customer)
        {
            var type = host.Get<IActionTypes>().Find("retail." + call.Operation)!;
            var outcome = await host.Get<AssessAction>().AssessAsync(type, call.Arguments, ParameterOrigins.Known([]), CaseOf(customer), Proposer.Of(Actor.Jobs), CancellationToken.None);
            return outcome switch
            {
                AssessOutcome.Assessed assessed => assessed.Found.Verdict,
                AssessOutcome.Unusable unusable => BuiltIn(string.Join(' ', unusable.Problems)),
                AssessOutcome.Unreadable unreadable => BuiltIn(unreadable.Reason),
                _ => throw new InvalidOperationException("A closed family."),
            };
        }

        public Task<ConnectorResult> CallAsync(RetailCall call) => desk.InvokeAsync(new ConnectorCall(call.Operation, call.Arguments, null), CancellationToken.None);

        /// <summary>Whoever the record of the call belongs to.</summary>
        public async Task<string?> CustomerOfAsync(RetailCall call)
        {
            if ((string?)call.Arguments["order_id"] is not { Length: > 0 } order)
            {
                return (string?)call.Arguments["user_id"];
            }

            return await desk.ReadRecordAsync(new RecordRef("retail", "orders", order), CancellationToken.None) is RecordResult.Found found ? (string?)found.Record.Body["user_id"] : null;
        }

        public ValueTask DisposeAsync()
        {
            host.Dispose();
            desk.Dispose();
            return ValueTask.CompletedTask;
        }

        private static PolicyVerdict BuiltIn(string reason) =>
            new(Verdict.Deny, Roles.Supervisor, 1, false, TimeSpan.Zero, [new RuleHit(RuleHit.BuiltIn, 0, RuleHit.BuiltIn, Verdict.Deny, reason, null)], "");

        private Case CaseOf(string? customer) => new()
        {
            Id = Ids.New(host.Clock),
            Number = 1,
            Subject = "A wish",
            Stage = CaseStage.Open,
            Channel = "email",
            Source = "file",
            UrgentAt = host.Clock.GetUtcNow(),
            OpenedAt = host.Clock.GetUtcNow(),
            UpdatedAt = host.Clock.GetUtcNow(),
            DueAt = host.Clock.GetUtcNow(),
            CustomerRecord = customer is null ? null : $"retail/users/{customer}",
        };
    }
}
