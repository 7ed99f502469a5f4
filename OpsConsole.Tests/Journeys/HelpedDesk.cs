using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OpsConsole.Bench;
using OpsConsole.Bench.Competent;
using OpsConsole.Core.Cases.Opening;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Models;
using OpsConsole.Core.Models.Configuring;
using OpsConsole.Core.Preparation.Demo;
using OpsConsole.Tests.Preparation;

namespace OpsConsole.Tests.Journeys;

/// <summary>A console with one model behind it: a stub that answers each prompt as the journey says, over real HTTP.</summary>
internal sealed partial class HelpedDesk : IAsyncDisposable
{
    public const string Model = "stub-careful";

    private static readonly Actor Admin = new(ActorKind.Person, "person/admin", "Ada Admin", [Roles.Admin]);
    private static readonly Actor Intake = new(ActorKind.Service, "service:shop", "Shop", [Roles.Intake]);

    private HelpedDesk(OpsServer server, ModelStub stub)
    {
        Server = server;
        Stub = stub;
        stub.Answers = question => Answers.GetValueOrDefault(Question.NameOf(TextOf(question)))?.Invoke(question) ?? StubAnswer.Say("Nothing.");
    }

    public OpsServer Server { get; }

    public ModelStub Stub { get; }

    /// <summary>By the name of the prompt, what is answered; harmless unless a journey says otherwise.</summary>
    public Dictionary<string, Func<JsonObject, StubAnswer>> Answers { get; } = new(StringComparer.Ordinal)
    {
        ["classify"] = _ => StubAnswer.Say("""{"type": null, "quotes": []}"""),
        ["wishes"] = _ => StubAnswer.Say("""{"wishes": []}"""),
        ["reads"] = _ => StubAnswer.Say("Nothing is missing."),
        ["plan"] = _ => StubAnswer.Say("""{"actions": [], "questions": []}"""),
        ["summarise"] = _ => StubAnswer.Say("The customer asks for help."),
        ["reply"] = _ => StubAnswer.Say("Hello,\n\nwe are looking into it.\n\nKind regards"),
    };

    public static async Task<HelpedDesk> OpenAsync(params string[] settings)
    {
        var stub = await ModelStub.StartAsync();
        var server = await OpsServer.StartAsync(null, ["Demo:Cases=false", "Demo:History=false", $"Models:AllowedHosts:0={stub.Host}", "Models:RequireEvaluation=false", .. settings]);
        return new HelpedDesk(server, stub);
    }

    /// <summary>Switches the model on. It is waited for nearly as long as a preparation may take: a busy machine is no slow model.</summary>
    public async Task AddModelAsync()
    {
        var provider = new ModelProvider
        {
            Name = "House", Kind = ProviderKind.Compatible, BaseUrl = Stub.Address, FastModel = Model, CarefulModel = Model, InputPrice = 1_000_000, OutputPrice = 4_000_000, IsOn = true,
            ConnectSeconds = 60, FirstTokenSeconds = 70, WholeSeconds = 75,
        };
        Assert.IsType<ModelsOutcome.Kept>(await Server.Get<SaveProvider>().SaveAsync(Admin, provider, isNew: true, CancellationToken.None));
    }

    public async Task LimitAsync(ModelLimits limits) =>
        Assert.IsType<ModelsOutcome.Kept>(await Server.Get<SetModelLimits>().SetAsync(Admin, limits, CancellationToken.None));

    /// <summary>Somebody writes about an order that was delivered to them.</summary>
    /// <param name="body">With <c>{order}</c>, <c>{item}</c> and <c>{who}</c>.</param>
    /// <returns>The case's address, and the number of the order.</returns>
    public async Task<(string Url, string Order)> HearAsync(string body = "Hello,\n\nthe {item} of order {order} arrived broken.\n\n{who}", string subject = "Broken")
    {
        var demo = DemoCase.Parse((await PackDesk.ShippedAsync("service-desk")).Texts[DemoCase.File])!.Value;
        var shop = await Server.Get<IConnectorDirectory>().FindAsync("sandbox", CancellationToken.None);
        var found = await new DemoRecords(shop!, demo.Scan).PickAsync(
            "order.status = \"delivered\" and count(order.items) = 1 and order.items[1].quantity = 1 and order.total > 25 and order.total <= 100 and count(customer.flags) = 0", CancellationToken.None);
        var order = (string)found!["order"]!["order_id"]!;
        var text = body.Replace("{order}", order, StringComparison.Ordinal).Replace("{item}", (string)found["order"]!["items"]![0]!["name"]!, StringComparison.Ordinal)
            .Replace("{who}", $"{found["customer"]!["name"]}\n{found["customer"]!["email"]}", StringComparison.Ordinal);
        var request = new NewCase { Subject = subject, Body = text, Channel = "email", Source = Intake.Id };
        return (OpsUrls.Case(Assert.IsType<OpenCaseOutcome.Opened>(await Server.Get<OpenCase>().OpenAsync(Intake, request, null, CancellationToken.None)).CaseId), order);
    }

    /// <summary>The number of the first fact in a question whose label ends so, and what it says.</summary>
    public static (string Number, string Value) Fact(JsonObject question, string label)
    {
        var found = FactLine().Matches(TextOf(question)).First(match => match.Groups["label"].Value.EndsWith(label, StringComparison.OrdinalIgnoreCase));
        return (found.Groups["number"].Value, found.Groups["value"].Value.Trim());
    }

    /// <summary>All that a question says.</summary>
    public static string TextOf(JsonObject question) => string.Join('\n', question["messages"]!.AsArray().Select(message => message!["content"] is JsonValue text ? text.ToString() : message["content"]?.ToJsonString()));

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Stub.DisposeAsync();
    }

    [GeneratedRegex(@"^\[(?<number>\d+)\] (?<label>[^:\n]+): (?<value>.+)$", RegexOptions.Multiline)]
    private static partial Regex FactLine();
}
