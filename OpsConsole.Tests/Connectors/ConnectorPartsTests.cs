using System.Text.Json.Nodes;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using OpsConsole.Connectors;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Connectors.Connecting;
using OpsConsole.Core.Connectors.OpenApi;
using OpsConsole.Core.Connectors.Sandbox;
using OpsConsole.Tests.Fakes;

namespace OpsConsole.Tests.Connectors;

public sealed class ConnectorPartsTests : BunitContext
{
    private static readonly SystemOperation Search = new("search_orders", "Search orders", EffectClass.Read, new JsonObject { ["type"] = "object" });

    public ConnectorPartsTests() => Services.AddSingleton<TimeProvider>(new ManualClock());

    [Fact]
    public void FaultPanel_SwitchingOne_RaisesItBesideThoseThatAreOn()
    {
        IReadOnlyList<SandboxFault> raised = [];
        var on = new SandboxFault(SandboxFaultKind.Down, "get_order");
        var panel = Render<FaultPanel>(parameters => parameters
            .Add(part => part.Faults, [on]).Add(part => part.Operations, [Search]).Add(part => part.MayChange, true).Add(part => part.OnSwitch, wanted => raised = wanted));
        panel.FindAll("button").Single(button => button.TextContent.Contains("Switch on", StringComparison.Ordinal)).Click();
        Assert.Equal([on, new SandboxFault(SandboxFaultKind.TimeoutAfterCommit, "*", Times: 1)], raised);
        panel.FindAll("button").Single(button => button.TextContent == "End").Click();
        Assert.Empty(raised);
    }

    [Fact]
    public void FaultPanel_ForThoseWhoMayNotChange_OnlyShows()
    {
        var panel = Render<FaultPanel>(parameters => parameters.Add(part => part.Faults, [new SandboxFault(SandboxFaultKind.Down)]).Add(part => part.Operations, [Search]));
        Assert.Empty(panel.FindAll("button"));
        Assert.Contains("Down on every call", panel.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void SecretPanel_AfterKeeping_ForgetsWhatWasTyped()
    {
        var kept = "";
        var settings = new HttpSystemSettings { BaseUrl = "https://shop.example", Auth = new AuthScheme("key", AuthKind.HeaderKey, "X-Api-Key") };
        var system = new SystemView("shop", "Shop", "OpenAPI", SystemHealth.Of([]), [], settings, "Shop 1", null, null, null, null);
        var panel = Render<SecretPanel>(parameters => parameters.Add(part => part.System, system).Add(part => part.MayChange, true).Add(part => part.OnKeep, secret => kept = secret));
        panel.Find("input").Input("canary-secret");
        panel.Find("form").Submit();
        Assert.Equal("canary-secret", kept);
        Assert.DoesNotContain("canary-secret", panel.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void OperationPicker_SelectShown_ChoosesWhatTheSearchFound()
    {
        IReadOnlySet<string> chosen = new HashSet<string>();
        ApiOperation[] operations =
        [
            new("refund", "POST", "/refunds", "Refund", EffectClass.Write, [], [], BodyForm.Json),
            new("getOrder", "GET", "/orders/{id}", "Read an order", EffectClass.Read, [], [], BodyForm.None),
        ];
        var picker = Render<OperationPicker>(parameters => parameters
            .Add(part => part.Operations, operations).Add(part => part.Unusable, [new UnusableOperation("upload", "POST", "/upload", "Its body is multipart/form-data.")])
            .Add(part => part.Chosen, chosen).Add(part => part.ChosenChanged, names => chosen = names));
        picker.Find("input[type=search]").Input("order");
        picker.FindAll("button")[0].Click();
        Assert.Equal(["getOrder"], chosen);
        Assert.Contains("Its body is multipart/form-data.", picker.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void TestAnswer_OfARefusal_SaysItsCodeAndSentence()
    {
        var answer = Render<TestAnswer>(parameters => parameters.Add(
            part => part.Outcome, new TestOutcome.Answered(new ConnectorResult.Refused("order_not_found", "There is no order W-1."), TimeSpan.FromMilliseconds(12))));
        Assert.Contains("Refused, order_not_found: There is no order W-1.", answer.Markup, StringComparison.Ordinal);
    }
}
