using System.Text.Json.Nodes;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using OpsConsole.Components.Layout;
using OpsConsole.Core.Foundation.Live;
using OpsConsole.Core.Policies;

namespace OpsConsole.Tests.Controls;

/// <summary>The red line that says why nothing runs.</summary>
public sealed class FailClosedTests : BunitContext
{
    private static readonly UnreadablePolicy Broken = new("refunds", 3, "Refunds", ["*"], "digest", "line 4");

    private readonly GivenPolicies _policies = new();

    public FailClosedTests()
    {
        Services.AddSingleton<ChangeFeed>();
        Services.AddSingleton<IPolicies>(_policies);
    }

    [Fact]
    public void FailClosed_WithoutAnyPolicy_SaysThatNothingMayRun() =>
        Assert.Contains("no policy is in force", Render<FailClosed>().Find("[role=alert]").TextContent, StringComparison.Ordinal);

    [Fact]
    public void FailClosed_WithAnUnreadablePolicy_NamesIt()
    {
        _policies.InForce = new PolicySet([], [Broken]);
        Assert.Contains("“Refunds” cannot be read", Render<FailClosed>().Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void FailClosed_OncePoliciesAreInForce_Changes()
    {
        var line = Render<FailClosed>();
        _policies.InForce = new PolicySet([], [Broken]);
        Services.GetRequiredService<ChangeFeed>().Publish(new Change(PoliciesInForce.InForceTopic, ""));
        line.WaitForAssertion(() => Assert.Contains("Refunds", line.Markup, StringComparison.Ordinal));
    }

    private sealed class GivenPolicies : IPolicies
    {
        public PolicySet InForce { get; set; } = PolicySet.Empty;

        public IReadOnlyList<UnreadablePolicy> Problems => InForce.Unreadable;

        public PolicyVerdict Decide(string actionType, JsonObject input) => throw new NotSupportedException("Nothing is decided here.");
    }
}
