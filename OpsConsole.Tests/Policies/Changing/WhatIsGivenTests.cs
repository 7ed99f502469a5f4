using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Yaml;
using OpsConsole.Core.Policies;
using OpsConsole.Core.Policies.Changing;

namespace OpsConsole.Tests.Policies.Changing;

public sealed class WhatIsGivenTests
{
    private const string Refund = "sandbox.refund_payment";

    private const string Trust = """
        id: trust
        title: Trust
        owner: Care
        source: T-1
        governs: { action-types: [sandbox.refund_payment] }
        hit: collect
        inputs:
          - { name: amount is from, expression: 'if is defined(provenance) then get value(provenance, "amount") else null' }
          - { name: in scope, expression: 'if get value(case, "scope") = null then true else list contains(get value(case, "scope"), action.id)' }
          - { name: amount, expression: action.amount, values: '>= 0' }
        rules:
          - { id: T1, when: { amount is from: '"model"' }, verdict: require-approval, approver: supervisor, reason: "Only a model names it." }
          - { id: T2, when: { in scope: "false" }, verdict: deny, reason: "Not about this." }
          - { id: T3, when: { amount: "<= 50" }, verdict: allow, reason: "Small." }
          - { id: T4, when: { amount: "> 50" }, verdict: require-approval, approver: agent, reason: "Large." }
          - { id: T5, when: { amount: "< 0" }, verdict: deny, reason: "No such amount." }
        tests: []
        """;

    [Fact]
    public void Find_OnlyTheOriginStandsInTheWay_NamesIt()
    {
        var held = Find(Input(20, "model", Refund));
        Assert.Equal((GivenKind.Origins, Verdict.Allow), (held!.Kind, held.Then.Verdict));
        Assert.Equal([new GivenOrigin("amount", "model")], held.Origins);
    }

    [Fact]
    public void Find_OnlyTheScopeStandsInTheWay_NamesIt() =>
        Assert.Equal((GivenKind.Scope, Verdict.Allow), Find(Input(20, "fact", "sandbox.open_ticket")) is { } held ? (held.Kind, held.Then.Verdict) : default);

    [Fact]
    public void Find_AFactSpeaksForIt_HasNothingToSay() => Assert.Null(Find(Input(20, "fact", Refund)));

    [Fact]
    public void Find_AnotherChangeAsksForLess_LeavesItToThat() =>
        Assert.Null(WhatIsGiven.Find(Set, Refund, Input(20, "model", Refund), [new VerdictFlip([], RuleDemand.Nothing, "Runs alone if amount ≤ 10.")]));

    [Fact]
    public void Find_BothStandInTheWay_ClaimsNeither() => Assert.Null(Find(Input(20, "model", "sandbox.open_ticket")) is { Then.Verdict: Verdict.Allow } wrong ? wrong : null);

    [Fact]
    public void Find_NoPolicyAtAll_HasNothingToSay() => Assert.Null(WhatIsGiven.Find(PolicySet.Empty, Refund, Input(20, "model", Refund), []));

    [Theory]
    [InlineData("model", Refund)]
    [InlineData("fact", "sandbox.open_ticket")]
    public void Flips_OfInputsThatNobodyCanChange_AreNotTold(string from, string scope) =>
        Assert.All(WhatWouldChange.Find(Set, Refund, Input(20, from, scope)).SelectMany(flip => flip.Changes), change => Assert.Equal("amount", change.Name));

    [Fact]
    public void Flips_ToNumbersThatThereCannotBe_AreNotTold() =>
        Assert.DoesNotContain(WhatWouldChange.Find(Set, Refund, Input(20, "fact", Refund)), flip => flip.Then.Verdict == Verdict.Deny);

    private static PolicySet Set => new([PolicyReader.Read("p.yaml", Trust, 1, new List<ConfigError>())!], []);

    private static GivenHold? Find(JsonObject input) => WhatIsGiven.Find(Set, Refund, input, WhatWouldChange.Find(Set, Refund, input));

    private static JsonObject Input(decimal amount, string from, string scope) => new()
    {
        ["action"] = new JsonObject { ["id"] = Refund, ["amount"] = amount, ["currency"] = "EUR" },
        ["case"] = new JsonObject { ["type"] = "refund", ["scope"] = new JsonArray(scope) },
        ["provenance"] = new JsonObject { ["amount"] = from },
        ["provenance of amount"] = from,
        ["untrusted parameters"] = from == "fact" ? [] : new JsonArray("amount"),
    };
}
