using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using OpsConsole.Core.Connectors.OpenApi;
using OpsConsole.Core.Identity;

namespace OpsConsole.Bench.Secrets;

/// <summary>All secrets of a run, made from its seed, and the outside that is sent them and gives them back.</summary>
internal sealed class SecretsWorld : IAsyncDisposable
{
    public const string MailUser = "desk@echo.example";

    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const string Digits = "0123456789";

    private static readonly IReadOnlyList<string> Kinds = ["Compatible", "OpenAI", "Azure"];
    private static readonly IReadOnlyList<string> People = [Roles.Admin, Roles.Agent, Roles.Supervisor, Roles.Auditor];

    private readonly Random _random;

    public SecretsWorld(int seed)
    {
        _random = new Random(seed);
        Doors =
        [
            Door("header", new AuthScheme("key", AuthKind.HeaderKey, "X-Echo-Key"), Key()), Door("query", new AuthScheme("key", AuthKind.QueryKey, "echo_key"), Key()),
            Door("cookie", new AuthScheme("key", AuthKind.CookieKey, "echo"), Key()), Door("bearer", new AuthScheme("key", AuthKind.Bearer), Key()), Door("basic", new AuthScheme("key", AuthKind.Basic), Password(), "echo-user:"),
        ];
        Providers = [.. Kinds.Select(name => (name, Add($"key of model provider {name}", Key())))];
        (Mail, Webhook) = (Add("password of the mail server", Password()), Add("signing key of the webhook", Key()));
        Passwords = People.ToDictionary(role => role, role => Add($"password of the {role}", Password()), StringComparer.Ordinal);
        (NewPassword, WrongPassword, TypedAsAddress) = (Add("new password of the agent", Password()), Add("wrong password at sign-in", Password()), Add("password typed as the address", Text(16) + "." + Text(16)));
        (WrongKey, WrongCode, ForgedCookie) = (Add("unknown API key", $"ops_{Text(43)}", from: SecretText.ShownPrefix), Add("unknown invitation code", $"join_{Text(43)}"), Add("forged session cookie", Text(80)));
        Marked =
        [
            Add("marked secret: pin", Text(18), CanaryKind.Marked), Add("marked personal: holder", $"{Letter(13)} {Letter(14)}", CanaryKind.Marked),
            Add("marked personal: mail", $"{Text(15).ToLowerInvariant()}@mail.example", CanaryKind.Marked), Add("marked personal: phone", $"+{Of(Digits, 14)}", CanaryKind.Marked),
        ];
        System = new EchoSystem(Doors, new JsonObject { ["pin"] = Marked[0].Value, ["holder"] = Marked[1].Value, ["contact"] = new JsonObject { ["mail"] = Marked[2].Value, ["phone"] = Marked[3].Value } });
        SystemServer = new EchoServer(System.Answer);
        ModelServer = new EchoServer(new EchoModel().Answer);
        WebhookServer = new EchoServer(request => ++_posted % 2 == 1 ? EchoServer.Answer("200 OK", "{}", headers: [$"X-Receipt: {EchoText.OneLine(Webhook.Value)}"]) : EchoServer.Answer("400 Bad Request", new JsonObject { ["detail"] = EchoText.Of(request, Webhook.Value) }.ToJsonString()));
        TelemetryServer = new EchoServer(_ => EchoServer.Answer("200 OK", "", "application/x-protobuf"));
        MailServer = new EchoMail(MailUser, Mail.Value);
    }

    private int _posted;

    public ConcurrentQueue<Canary> Canaries { get; } = new();

    public IReadOnlyList<EchoDoor> Doors { get; }

    public IReadOnlyList<(string Name, Canary Key)> Providers { get; }

    public Canary Mail { get; }

    public Canary Webhook { get; }

    public IReadOnlyDictionary<string, Canary> Passwords { get; }

    public Canary NewPassword { get; }

    public Canary WrongPassword { get; }

    public Canary TypedAsAddress { get; }

    public Canary WrongKey { get; }

    public Canary WrongCode { get; }

    public Canary ForgedCookie { get; }

    /// <summary>What the map marks: the first as secret, the others as personal.</summary>
    public IReadOnlyList<Canary> Marked { get; }

    public EchoSystem System { get; }

    public EchoServer SystemServer { get; }

    public EchoServer ModelServer { get; }

    public EchoServer WebhookServer { get; }

    public EchoServer TelemetryServer { get; }

    public EchoMail MailServer { get; }

    public Canary Add(string name, string value, CanaryKind kind = CanaryKind.Credential, int from = 0)
    {
        var canary = new Canary(name, value, kind, from);
        Canaries.Enqueue(canary);
        return canary;
    }

    /// <summary>All that left the house, without credentials where they belong.</summary>
    public void Collect(Evidence evidence)
    {
        foreach (var request in ModelServer.Requests)
        {
            evidence.Add(Place.Prompts, $"to the model: {request.Line}", EchoModel.WithoutKey(request));
        }

        foreach (var request in SystemServer.Requests)
        {
            evidence.Add(Place.Outside, $"to the system: {request.Line}", System.WithoutCredential(request));
        }

        foreach (var request in WebhookServer.Requests)
        {
            evidence.Add(Place.Outside, "to the webhook", request.Head + request.Body);
        }

        foreach (var request in TelemetryServer.Requests)
        {
            evidence.Add(Place.Telemetry, request.Line, global::System.Text.Encoding.Latin1.GetBytes(request.Head + request.Body));
        }

        evidence.Add(Place.Outside, "to the mail server", string.Join('\n', MailServer.Received));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in new[] { SystemServer, ModelServer, WebhookServer, TelemetryServer })
        {
            await server.DisposeAsync();
        }

        await MailServer.DisposeAsync();
    }

    private EchoDoor Door(string name, AuthScheme scheme, string secret, string user = "") => new($"echo-{name}", scheme, user + secret, Add($"{scheme.Kind} of a connected system", secret));

    /// <summary>As keys are, with signs that every way of writing escapes differently.</summary>
    private string Key() => $"{Text(18)}.\"<&+/%{Text(18)}=";

    private string Password() => $"{Text(15)} é\"<&'{Text(15)}";

    private string Text(int length) => Of(Letters + Digits, length);

    private string Letter(int length) => char.ToUpperInvariant(Of(Letters, 1)[0]) + Of(Letters, length - 1).ToLowerInvariant();

    private string Of(string letters, int length) => new([.. Enumerable.Range(0, length).Select(_ => letters[_random.Next(letters.Length)])]);
}
