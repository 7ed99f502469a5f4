using System.Net.Http.Json;
using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Feel;
using OpsConsole.Core.Identity;

namespace OpsConsole.Bench.Secrets;

/// <summary>What programs do: hand in cases, ask how they stand, propose actions on the hostile system; and what they do wrong.</summary>
internal sealed class Working(Visitor program, SecretsWorld world, SetUp setUp)
{
    private const string Cases = "/api/v1/cases";

    private static readonly IReadOnlyList<string> Channels = ["email", "chat", "phone"];

    private const string Message =
        "Hello,\n\nthis is {customer.name}. I want my money back for order {order.order_id}, not as described. Write to {customer.email}.\n\n{customer.name}\n";

    /// <summary>The cases that were opened.</summary>
    public List<string> Opened { get; } = [];

    public async Task OpenAsync()
    {
        foreach (var (record, number) in setUp.Records.Select((record, number) => (record, number)))
        {
            // What the other system knows about the order is said by the customer too.
            var body = FeelTemplate.Render(Message, record) + string.Join(", ", world.Marked.Select(canary => canary.Value));
            var answer = await PostAsync(Cases, new JsonObject { ["subject"] = "A message", ["body"] = body, ["channel"] = Channels[number % Channels.Count], ["from"] = "somebody@mail.example", ["thread_id"] = $"thread-{number}" }, Roles.Intake);
            Opened.Add(JsonNode.Parse(answer.Body)!["id"]!.ToString());
        }
    }

    public async Task<bool> ArePreparedAsync()
    {
        foreach (var id in Opened)
        {
            var (_, body) = await program.GetAsync($"{Cases}/{id}", Place.Api, Key(Roles.Intake));
            if (JsonNode.Parse(body)?["stage"]?.ToString() is "open" or "prepare")
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>For each door an action in each of the ways in which the system says its credential.</summary>
    public async Task<int> ProposeAsync()
    {
        var proposed = 0;
        foreach (var (door, number) in world.Doors.Select((door, number) => (door, number)))
        {
            var drafts = EchoSystem.Ways.Select(way => (JsonNode)new JsonObject { ["action_type"] = $"{door.Id}.act", ["parameters"] = new JsonObject { ["how"] = way } });
            var (_, body) = await PostAsync($"{Cases}/{Opened[number]}/actions", new JsonObject { ["actions"] = new JsonArray([.. drafts]) }, Roles.Proposer);
            proposed += (JsonNode.Parse(body)?["actions"] as JsonArray)?.Count ?? 0;
        }

        return proposed;
    }

    /// <returns>The statuses, by what was tried.</returns>
    public async Task<IReadOnlyDictionary<string, int>> FailAsync()
    {
        var wrong = new JsonObject { ["subject"] = 5, ["unknown"] = "x" };
        var tried = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["unknown key"] = (await program.SendAsync(HttpMethod.Post, Cases, JsonContent.Create(wrong), Place.Api, ("X-Api-Key", world.WrongKey.Value))).Status,
            ["unknown bearer"] = (await program.SendAsync(HttpMethod.Get, $"{Cases}/{Guid.Empty}", null, Place.Api, ("Authorization", $"Bearer {world.WrongKey.Value}"))).Status,
            ["revoked key"] = (await program.GetAsync($"{Cases}/{Opened[0]}", Place.Api, Key(SettingUp.Revoked))).Status,
            ["key of another role"] = (await PostAsync(Cases, wrong, Roles.Proposer)).Status,
            ["key with a page"] = (await program.GetAsync("/", Place.Api, Key(Roles.Intake))).Status,
            ["key with an export"] = (await program.GetAsync($"/audit/export?caseId={Opened[0]}", Place.Api, Key(Roles.Intake))).Status,
            ["wrong body"] = (await PostAsync(Cases, wrong, Roles.Intake)).Status,
            ["no JSON"] = (await program.SendAsync(HttpMethod.Post, Cases, new StringContent("{\"subject\": ", null, "application/json"), Place.Api, Key(Roles.Intake))).Status,
            ["no JSON type"] = (await program.SendAsync(HttpMethod.Post, Cases, new StringContent("x"), Place.Api, Key(Roles.Intake))).Status,
            ["too large"] = (await program.SendAsync(HttpMethod.Post, Cases, new StringContent(new string('x', 700_000), null, "application/json"), Place.Api, Key(Roles.Channel))).Status,
            ["broken proposal"] = (await program.SendAsync(HttpMethod.Post, $"{Cases}/{Opened[0]}/actions", new StringContent("{\"actions\": [null, 5", null, "application/json"), Place.Api, Key(Roles.Proposer))).Status,
            ["no such case"] = (await program.GetAsync($"{Cases}/{Guid.Empty}", Place.Api, Key(Roles.Intake))).Status,
            ["no such address"] = (await program.GetAsync("/api/v1/nothing", Place.Api, Key(Roles.Intake))).Status,
            ["cookie with the API"] = (await program.GetAsync($"{Cases}/{Opened[0]}", Place.Api, ("Cookie", $"opsconsole={world.ForgedCookie.Value}"))).Status,
        };
        await PostAsync($"{Cases}/{Opened[0]}/messages", new JsonObject { ["body"] = "And one thing more." }, Roles.Intake);
        await program.GetAsync("/openapi/v1.json", Place.Api);
        await program.GetAsync("/health/ready", Place.Api);
        await program.GetAsync("/health/live", Place.Api);
        return tried;
    }

    private Task<(int Status, string Body)> PostAsync(string path, JsonObject body, string role) => program.SendAsync(HttpMethod.Post, path, JsonContent.Create(body), Place.Api, Key(role));

    private (string, string) Key(string role) => role == Roles.Proposer ? ("Authorization", $"Bearer {setUp.Keys[role]}") : ("X-Api-Key", setUp.Keys[role]);
}
