using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OpsConsole.Bench.Competent;
using OpsConsole.Core.Models;
using OpsConsole.Tests.Fakes;

namespace OpsConsole.Tests.Preparation.Modelling;

/// <summary>The prepared desk with a model that answers each prompt as the test says; prompts that it does not name get a harmless answer.</summary>
internal sealed class ScriptedDesk : IDisposable
{
    public const string Summary = "Leila Haddad wants her money back for what arrived broken.";

    private ScriptedDesk(PreparedDesk desk, ScriptedModel model)
    {
        Desk = desk;
        Model = model;
    }

    public PreparedDesk Desk { get; }

    public ScriptedModel Model { get; }

    /// <summary>By the name of the prompt, what is answered; a function of the messages that it was sent.</summary>
    public Dictionary<string, Func<IReadOnlyList<ChatMessage>, string>> Answers { get; } = new(StringComparer.Ordinal)
    {
        ["classify"] = _ => ("""{"type": null, "quotes": []}"""),
        ["wishes"] = _ => ("""{"wishes": []}"""),
        ["reads"] = _ => ("Nothing is missing."),
        ["plan"] = _ => ("""{"actions": [], "questions": []}"""),
        ["summarise"] = _ => (Summary),
        ["reply"] = _ => ("Hello Leila Haddad,\n\nwe are looking into it.\n\nKind regards\nCustomer care"),
    };

    public static async Task<ScriptedDesk> OpenAsync(Action<IServiceCollection>? replace = null)
    {
        var model = new ScriptedModel();
        var desk = await PreparedDesk.OpenAsync(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<IChatClients>(model));
            replace?.Invoke(services);
        });
        var made = new ScriptedDesk(desk, model);
        model.Answers = messages => made.Answers[PromptOf(messages)](messages);
        return made;
    }

    /// <summary>Which prompt a question was made of, by how its text begins.</summary>
    public static string PromptOf(IReadOnlyList<ChatMessage> messages) => Question.NameOf(messages[0].Text);

    public void Say(string prompt, string text) => Answers[prompt] = _ => (text);

    /// <summary>Answers the plan with these actions; each parameter says that it comes from <paramref name="from"/>.</summary>
    public void Plan(string from, params (string Type, JsonObject Parameters)[] actions) => Say("plan", new JsonObject
    {
        ["actions"] = new JsonArray([.. actions.Select(action => new JsonObject
        {
            ["action_type"] = action.Type,
            ["parameters"] = action.Parameters.DeepClone(),
            ["sources"] = new JsonArray([.. action.Parameters.Select(parameter => new JsonObject { ["parameter"] = parameter.Key, ["from"] = from, ["phrase"] = null })]),
            ["because"] = "the customer asks for it",
        })]),
        ["questions"] = new JsonArray(),
    }.ToJsonString());

    public void Dispose() => Desk.Dispose();
}
