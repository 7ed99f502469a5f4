using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Yaml;
using OpsConsole.Core.Policies;
using OpsConsole.Core.Policies.Changing;

namespace OpsConsole.Tests.Policies.Changing;

public sealed class WhatWouldChangeTests
{
    private const string Refund = "sandbox.refund_payment";

    [Fact]
    public void Find_ARefundThatAnAgentDecides_NamesTheNearestBoundaries()
    {
        var sentences = Sentences(Find(Input(60, "delivered")));
        Assert.Contains("Runs alone if amount ≤ 25.", sentences);
        Assert.Contains("Denied if status is \"cancelled\".", sentences);
    }

    [Fact]
    public void Find_ARefundThatRunsAlone_SaysWhatWouldStopIt()
    {
        var sentences = Sentences(Find(Input(10, "delivered")));
        Assert.Contains("An agent may approve if 25 < amount ≤ 100.", sentences);
        Assert.Contains("2 supervisors decide if amount > 100.", sentences);
        Assert.Contains("An agent may approve if \"watch\" is in flags.", sentences);
    }

    [Fact]
    public void Find_ADeniedRefund_SaysWhatWouldLetItThrough()
    {
        var flips = Find(Input(10, "cancelled"));
        Assert.Equal("Runs alone if status is \"delivered\".", flips[0].Sentence);
        Assert.Equal(("status", "order.status", "\"cancelled\"", "\"delivered\"", false), (flips[0].Changes[0].Name, flips[0].Changes[0].Expression, flips[0].Changes[0].From, flips[0].Changes[0].Value, flips[0].Changes[0].IsComputed));
    }

    [Fact]
    public void Find_NoSingleChangeDoes_NamesTwo()
    {
        var flips = Find(Input(60, "cancelled"));
        Assert.Contains("Runs alone if amount ≤ 25 and status is \"delivered\".", Sentences(flips));
        Assert.DoesNotContain(flips, flip => flip.Changes.Count == 1 && flip.Then.Verdict == Verdict.Allow);
        Assert.Equal(flips.OrderBy(flip => flip.Changes.Count), flips);
    }

    [Fact]
    public void Find_AnItemInTheWay_SaysThatItMustNotBeThere() => Assert.Contains("Runs alone if \"watch\" is not in flags.", Sentences(Find(Input(10, "delivered", "watch"))));

    [Fact]
    public void Find_APolicyThatCannotBeRead_HasNothingToSay()
    {
        var set = Set with { Unreadable = [new UnreadablePolicy("holds", 1, "Holds", ["*"], "d", "p")] };
        Assert.Empty(WhatWouldChange.Find(set, Refund, Input(10, "delivered")));
        Assert.Empty(WhatWouldChange.Find(PolicySet.Empty, Refund, Input(10, "delivered")));
    }

    [Fact]
    public void Find_AnotherTableForbidsTheChange_DoesNotTellIt()
    {
        var limit = Policy(PolicyTexts.Everything.Replace("action.reversibility", "action.amount", StringComparison.Ordinal).Replace("'\"irreversible\"'", "'<= 30'", StringComparison.Ordinal));
        var flips = WhatWouldChange.Find(new PolicySet([.. Set.Policies, limit], []), Refund, Input(60, "delivered"));
        Assert.DoesNotContain(flips, flip => flip.Then.Verdict == Verdict.Allow);
    }

    [Fact]
    public void Find_AnInputThatIsReadElsewhereToo_PromisesOneValueOnly()
    {
        var twice = Policy(PolicyTexts.Everything.Replace("action.reversibility", "action.amount * 2", StringComparison.Ordinal).Replace("'\"irreversible\"'", "'<= 30'", StringComparison.Ordinal));
        var flips = WhatWouldChange.Find(new PolicySet([.. Set.Policies, twice], []), Refund, Input(60, "delivered"));
        Assert.Contains("Runs alone if amount is 25.", Sentences(flips));
    }

    private static PolicySet Set => new([Policy(PolicyTexts.Refunds)], []);

    private static Policy Policy(string text) => PolicyReader.Read("p.yaml", text, 1, new List<ConfigError>())!;

    private static IReadOnlyList<VerdictFlip> Find(JsonObject input) => WhatWouldChange.Find(Set, Refund, input);

    private static List<string> Sentences(IReadOnlyList<VerdictFlip> flips) => [.. flips.Select(flip => flip.Sentence)];

    private static JsonObject Input(decimal amount, string status, params string[] flags) => new()
    {
        ["action"] = new JsonObject { ["amount"] = amount, ["currency"] = "EUR" },
        ["order"] = new JsonObject { ["order_id"] = "W-1", ["status"] = status },
        ["customer"] = new JsonObject { ["flags"] = new JsonArray([.. flags.Select(flag => JsonValue.Create(flag))]) },
    };
}
