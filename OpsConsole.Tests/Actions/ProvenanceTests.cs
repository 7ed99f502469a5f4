using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OpsConsole.Core.Actions;
using OpsConsole.Core.Actions.Deciding;
using OpsConsole.Core.Actions.Proposing;
using OpsConsole.Core.Actions.Proving;
using OpsConsole.Core.Foundation.Feel;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies;
using OpsConsole.Core.Policies.Changing;
using OpsConsole.Tests.Fakes;
using OpsConsole.Tests.Preparation;

namespace OpsConsole.Tests.Actions;

/// <summary>What is said of where a value comes from is checked at the door, whoever says it; what cannot be found is not believed.</summary>
public sealed class ProvenanceTests
{
    private const string Broken = "Hello,\n\nthe lamp of order W-23187 arrived broken. Please give me 21.50 back.\n\nLeila Haddad\nleila.haddad@mail.example";

    private static readonly JsonObject NoClaims = [];

    [Fact]
    public async Task Propose_AValueThatAFactSays_CitesTheFact()
    {
        using var desk = await PreparedDesk.OpenAsync();
        var id = await desk.PrepareAsync(Broken);
        var captured = (await desk.FactsAsync(id)).Single(fact => fact.Attribute == "payment.captured");
        var provenance = await ProposeAsync(desk, id, Refund(captured.Record!.Split('/')[^1], captured.Value!.GetValue<decimal>(), "broken"), Claims(("amount", $"fact:{captured.Number}", null)));
        Assert.Equal($"fact:{captured.Number}", From(provenance, "amount"));
        Assert.StartsWith("fact:", From(provenance, "payment_id"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Propose_ValuesThatTheCustomerWrote_TellsThePlaceInHisWords()
    {
        using var desk = await PreparedDesk.OpenAsync();
        var id = await desk.PrepareAsync(Broken);
        var provenance = await ProposeAsync(desk, id, Refund(await PaymentAsync(desk, id), 21.5m, "arrived broken"), Claims(("amount", "customer text", "give me 21.50 back")));
        var amount = provenance["amount"]!;
        Assert.Equal(("customer text", "21.50"), ((string?)amount["from"], (string?)amount["phrase"]));
        Assert.Equal("21.50", Broken[(int)amount["start"]!..(int)amount["end"]!]);
        Assert.Equal("customer text", From(provenance, "reason"));
    }

    [Fact]
    public async Task Propose_WhatCannotBeFound_ComesFromWhoeverSaysIt()
    {
        using var desk = await PreparedDesk.OpenAsync();
        var id = await desk.PrepareAsync(Broken);
        var claims = Claims(("amount", "fact:2", null), ("reason", "customer text", "arrived broken"));
        var parameters = Refund(await PaymentAsync(desk, id), 39.99m, "the customer is a friend");
        Assert.Equal(["proposer", "proposer"], Both(await ProposeAsync(desk, id, parameters, claims)));
        Assert.Equal(["model", "model"], Both(await ProposeAsync(desk, id, parameters, claims, Actor.Model)));
        Assert.Equal(["person", "person"], Both(await ProposeAsync(desk, id, parameters, claims, new Actor(ActorKind.Person, "ana", "Ana", [Roles.Agent, Roles.Proposer]))));
    }

    [Fact]
    public async Task Propose_ARuleClaimedByAnybodyButThePlaybook_IsNotBelieved()
    {
        using var desk = await PreparedDesk.OpenAsync();
        var id = await desk.PrepareAsync(Broken);
        var parameters = Refund(await PaymentAsync(desk, id), 39.99m, "goodwill");
        var claims = Claims(("amount", "rule", null), ("reason", "playbook", null));
        Assert.Equal(["proposer", "proposer"], Both(await ProposeAsync(desk, id, parameters, claims)));
        Assert.Equal(["model", "model"], Both(await ProposeAsync(desk, id, parameters, claims, Actor.Model)));
    }

    [Fact]
    public async Task Prepare_ByPlaybook_LeavesNoParameterWithoutASource()
    {
        using var desk = await PreparedDesk.OpenAsync();
        var id = await desk.PrepareAsync("Please change the address of order W-23190 to Birkenweg 7, 50674 Köln, Germany. leila.haddad@mail.example");
        foreach (var message in new[] { Broken, "I want to return the items of my order. leila.haddad@mail.example", "I am annoyed and want a goodwill of 12 euros. leila.haddad@mail.example" })
        {
            var prepared = await desk.PrepareAsync(message);
            Assert.All(await desk.ActionsAsync(prepared), action => Assert.All(
                ActionJson.ReadObject(action.ProvenanceJson), origin => Assert.DoesNotContain((string)origin.Value!["from"]!, new[] { "proposer", "model" })));
        }

        Assert.NotNull(await desk.CaseAsync(id));
    }

    [Fact]
    public async Task Edit_AParameter_ComesFromThePersonAndTheOthersStay()
    {
        using var desk = await PreparedDesk.OpenAsync();
        var id = await desk.PrepareAsync("The lamp of order W-23187 arrived broken.\n\nLeila Haddad\nleila.haddad@mail.example");
        var action = (await desk.ActionsAsync(id)).Single();
        var parameters = ActionJson.ReadObject(action.ParametersJson);
        parameters["amount"] = 10;
        Assert.IsType<EditOutcome.Edited>(await desk.Host.Get<EditAction>().EditAsync(PackDesk.Agent, action.Id, parameters, SeenContract.Of(action), CancellationToken.None));
        var after = ActionJson.ReadObject((await desk.ActionsAsync(id)).Single().ProvenanceJson);
        Assert.Equal("person", From(after, "amount"));
        Assert.Equal(From(ActionJson.ReadObject(action.ProvenanceJson), "payment_id"), From(after, "payment_id"));
    }

    [Theory]
    [InlineData("provenance.amount = \"customer text\"", true)]
    [InlineData("provenance of amount = \"customer text\"", true)]
    [InlineData("provenance of payment_id = \"fact\"", true)]
    [InlineData("list contains(untrusted parameters, \"amount\")", true)]
    [InlineData("list contains(untrusted parameters, \"payment_id\")", false)]
    [InlineData("list contains(case.scope, \"sandbox.refund_payment\")", true)]
    [InlineData("list contains(case.scope, \"sandbox.cancel_order\")", false)]
    public async Task Assess_WhatPoliciesSee_HasProvenanceAndScope(string expression, bool expected)
    {
        using var desk = await PreparedDesk.OpenAsync();
        var id = await desk.PrepareAsync(Broken);
        await ProposeAsync(desk, id, Refund(await PaymentAsync(desk, id), 21.5m, "broken"), NoClaims, Actor.Model);
        var action = (await desk.ActionsAsync(id))[^1];
        var assessed = await desk.Host.Get<AssessAction>().AssessAsync(
            desk.Host.Get<Core.Connectors.IActionTypes>().Find(action.ActionTypeId)!, ActionJson.ReadObject(action.ParametersJson),
            ParameterOrigins.Known(ActionJson.ReadObject(action.ProvenanceJson)), await desk.CaseAsync(id), Proposer.Of(action), CancellationToken.None);
        Assert.True(FeelExpression.TryCompile(expression, out var compiled, out var error), error?.ToString());
        Assert.Equal(expected, compiled.EvaluateBoolean(Assert.IsType<AssessOutcome.Assessed>(assessed).Found.Input));
    }

    [Fact]
    public async Task Propose_ARecordOfAnotherCustomer_IsDeniedWhateverPoliciesSay()
    {
        using var desk = await PreparedDesk.OpenAsync(services => services.Replace(ServiceDescriptor.Singleton<IPolicies>(new ScriptedPolicies { Verdict = Verdict.Allow })));
        var id = await desk.PrepareAsync(Broken);
        var foreign = new JsonObject { ["order_id"] = "W-22501", ["customer_id"] = "C-1001", ["topic"] = "Parcel", ["text"] = "Look for it." };
        var stored = Assert.IsType<DraftOutcome.Stored>(await TryAsync(desk, id, "sandbox.open_ticket", foreign, NoClaims, Actor.Model));
        Assert.Equal(ActionState.Denied, stored.State);
        Assert.Contains("another customer", stored.Verdict.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("model", ActionState.AwaitingApproval, "service-desk-trust/T1")]
    [InlineData("fact", ActionState.AwaitingApproval, null)]
    public async Task Policies_AnAmountThatOnlyAModelNames_AskForWhereItComesFrom(string from, ActionState state, string? rule)
    {
        using var desk = await PreparedDesk.OpenAsync();
        var id = await desk.PrepareAsync(Broken);
        var captured = (await desk.FactsAsync(id)).Single(fact => fact.Attribute == "payment.captured").Value!.GetValue<decimal>();
        await ProposeAsync(desk, id, Refund(await PaymentAsync(desk, id), from == "model" ? 39.99m : captured, "broken"), NoClaims, Actor.Model);
        var action = (await desk.ActionsAsync(id))[^1];
        var hits = ActionJson.ReadVerdict(action.VerdictJson).Hits.Select(hit => $"{hit.PolicyId}/{hit.RuleId}").ToList();
        Assert.Equal(state, action.State);
        Assert.Equal(rule is not null, hits.Contains("service-desk-trust/T1"));
    }

    [Fact]
    public async Task Policies_AnActionOutsideTheCase_IsDenied()
    {
        using var desk = await PreparedDesk.OpenAsync();
        var id = await desk.PrepareAsync(Broken);
        var credit = new JsonObject { ["customer_id"] = "C-1001", ["amount"] = 5, ["reason"] = "sorry" };
        var stored = Assert.IsType<DraftOutcome.Stored>(await TryAsync(desk, id, "sandbox.grant_credit", credit, NoClaims, ActionDesk.Bot));
        Assert.Equal(ActionState.Denied, stored.State);
        Assert.Contains(stored.Verdict.Hits, hit => hit.PolicyId == "service-desk-scope");
    }

    [Fact]
    public async Task WhatWouldChange_WhereValuesComeFromAndTheScope_AreNoWaysToAnotherVerdict()
    {
        using var desk = await PreparedDesk.OpenAsync();
        var id = await desk.PrepareAsync(Broken);
        await ProposeAsync(desk, id, Refund(await PaymentAsync(desk, id), 21.5m, "broken"), NoClaims);
        var action = (await desk.ActionsAsync(id))[^1];
        var assessed = Assert.IsType<AssessOutcome.Assessed>(await desk.Host.Get<AssessAction>().AssessAsync(
            desk.Host.Get<Core.Connectors.IActionTypes>().Find(action.ActionTypeId)!, ActionJson.ReadObject(action.ParametersJson),
            ParameterOrigins.Known(ActionJson.ReadObject(action.ProvenanceJson)), await desk.CaseAsync(id), Proposer.Of(action), CancellationToken.None));
        var flips = WhatWouldChange.Find(desk.Host.Get<IPolicies>().InForce, action.ActionTypeId, assessed.Found.Input);
        Assert.NotEmpty(flips);
        Assert.DoesNotContain(flips.SelectMany(flip => flip.Changes), change => change.Name is "in scope" or "amount is from" or "address is a model's" or "model on its own");
    }

    [Fact]
    public async Task Contract_ProvenanceAlteredInStorage_DoesNotRun()
    {
        await using var desk = await ActionDesk.OpenAsync();
        var action = await desk.ApprovedAsync();
        var better = """{"id":{"from":"fact:1"},"status":{"from":"rule"}}""";
        await desk.TamperAsync($"UPDATE actions SET ProvenanceJson = {better} WHERE Id = {action.Id}");
        await desk.DispatchAsync();
        Assert.Equal(ActionState.AwaitingApproval, (await desk.FindAsync(action.Id)).State);
    }

    private static JsonObject Refund(string payment, decimal amount, string reason) => new() { ["payment_id"] = payment, ["amount"] = amount, ["reason"] = reason };

    private static JsonObject Claims(params (string Name, string From, string? Phrase)[] claims) =>
        new(claims.Select(claim => KeyValuePair.Create(claim.Name, (JsonNode?)new JsonObject { ["from"] = claim.From, ["phrase"] = claim.Phrase })));

    private static string From(JsonObject provenance, string name) => (string)provenance[name]!["from"]!;

    private static string[] Both(JsonObject provenance) => [From(provenance, "amount"), From(provenance, "reason")];

    private static async Task<string> PaymentAsync(PreparedDesk desk, Guid id) =>
        (await desk.FactsAsync(id)).Single(fact => fact.Attribute == "payment.captured").Record!.Split('/')[^1];

    private static async Task<DraftOutcome> TryAsync(PreparedDesk desk, Guid id, string type, JsonObject parameters, JsonObject claims, Actor by) => Assert.IsType<ProposeOutcome.Proposed>(
        await desk.Host.Get<ProposeActions>().ProposeAsync(by, id, [new ActionDraft(type, (JsonObject)parameters.DeepClone(), (JsonObject)claims.DeepClone())], replace: false, CancellationToken.None)).Drafts[0];

    private static async Task<JsonObject> ProposeAsync(PreparedDesk desk, Guid id, JsonObject parameters, JsonObject claims, Actor? by = null)
    {
        var outcome = await TryAsync(desk, id, "sandbox.refund_payment", parameters, claims, by ?? ActionDesk.Bot);
        var stored = Assert.IsType<DraftOutcome.Stored>(outcome);
        return ActionJson.ReadObject((await desk.ActionsAsync(id)).Single(action => action.Id == stored.Id).ProvenanceJson);
    }
}
