using System.Diagnostics;
using System.Text;
using OpsConsole.Core.Connectors.Channels;
using OpsConsole.Core.Identity;
using OpsConsole.Operation;

namespace OpsConsole.Bench.Secrets;

/// <summary>The run in its steps: by turns the console's own process, and what only open pages could do, on one data folder.</summary>
internal sealed class SecretsRun(SecretsWorld world, Evidence evidence, string root, BenchOptions options, Score score)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(300);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(4);

    private readonly string _data = Path.Combine(root, "data");
    private readonly string _packs = Path.Combine(root, "packs");
    private readonly Dictionary<string, HashSet<string>> _kinds = new(StringComparer.Ordinal);
    private int _sessions;
    private int _pages;
    private int _provoked;

    private string Program => Path.GetFullPath(options.Text("console", "OpsConsole/bin/Release/net10.0/OpsConsole.dll"));

    private string[] Settings(string pack) =>
    [
        $"--Storage:Folder={_data}", $"--Packs:Folder={_packs}", $"--Packs:Load:0={pack}", $"--Connectors:AllowedHosts:0={world.SystemServer.Host}", $"--Connectors:AllowedHosts:1={world.WebhookServer.Host}",
        $"--Connectors:AllowedHosts:2=127.0.0.1:{world.MailServer.Port}", $"--Models:AllowedHosts:0={world.ModelServer.Host}", "--Models:RequireEvaluation=false", "--Models:FailuresBeforeRest=0", "--Replies:FirstPause=00:00:01", "--Replies:Retries=3",
    ];

    public async Task RunAsync()
    {
        await SecretsPack.WriteAsync(Path.Combine(Path.GetFullPath(options.Text("packs", "packs")), BenchCore.ServiceDesk), Path.Combine(_packs, BenchCore.ServiceDesk), "echo-bearer");
        await StepAsync("first start, first administrator", MakeAdminAsync);
        SetUp setUp = null!;
        await StepAsync("systems, models, channels, people, programs (in process)", () => InsideAsync(async console => setUp = await new SettingUp(console, world).RunAsync(Path.Combine(_packs, BenchCore.ServiceDesk), options.Number("cases", 8))));
        await StepAsync("people join, programs hand in, cases are prepared", () => WorkAsync(setUp));
        await StepAsync("approvals, replies, tests, a password, a backup (in process)", () => InsideAsync(DecideAsync));
        await StepAsync("actions and replies are carried out, every page, every export", () => LookAsync(setUp));
        await StepAsync("what use cases show (in process)", () => InsideAsync(console => new ShowingViews(console).ShowAllAsync()));
        DataFolder.Read(_data, evidence);
        DataFolder.ReadRows(_data, evidence);
        foreach (var key in DataFolder.ReadKeys(_data))
        {
            world.Add("master key of the key ring", key);
        }

        await StepAsync("the database is destroyed while the console runs", BreakAsync);
    }

    /// <summary>That every secret was used where it belongs, so that none was looked for that nobody had.</summary>
    public void CheckUse()
    {
        foreach (var door in world.Doors)
        {
            score.Add(world.SystemServer.Requests.Any(request => EchoSystem.IsSignedIn(request, door)), $"the system was never sent the {door.Canary.Name}");
        }

        var ways = EchoSystem.Ways.Where(way => !world.SystemServer.Requests.Any(request => request.Path.EndsWith($"/look/{way}", StringComparison.Ordinal)));
        score.Add(!ways.Any() && !NotCarriedOut().Any(), $"the system was not called so that it answers with {string.Join(", ", ways.Concat(NotCarriedOut()))}");
        score.Add(world.SystemServer.Requests.Count(request => request.Path.Contains("/records/", StringComparison.Ordinal)) > world.Doors.Count, "no records of the system were read for cases");
        foreach (var (name, key) in world.Providers)
        {
            score.Add(world.ModelServer.Requests.Any(request => EchoModel.KeyOf(request) == key.Value), $"the model was never sent the key of {name}");
        }

        score.Add(world.MailServer.SignedIn > EchoMail.Ways, "the mail server never saw the password");
        score.Add(world.WebhookServer.Requests.Any(IsSigned), "the webhook got nothing that was signed with its key");
        score.Add(world.TelemetryServer.Requests.Any(request => request.Body.Contains("System.Net.Http", StringComparison.Ordinal)) && world.TelemetryServer.Requests.Any(request => request.Body.Contains("Microsoft.AspNetCore", StringComparison.Ordinal)), "no traces were exported");
        score.Add(evidence.Pieces.Any(piece => piece.Place == Place.Output && Encoding.UTF8.GetString(piece.Data).Contains("trce: ", StringComparison.Ordinal)), "the process was not talkative");
        score.Add(world.ModelServer.Requests.Any(request => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(request.Body)).Contains("secret-1", StringComparison.Ordinal)), "the model was not asked with what the map marks secret");
        foreach (var place in Enum.GetValues<Place>())
        {
            score.Add(evidence.Pieces.Any(piece => piece.Place == place), $"nothing was seen of {place}");
        }

        Console.WriteLine($"{world.SystemServer.Requests.Count} calls of the system, {world.ModelServer.Requests.Count} questions to models, {world.MailServer.SignedIn} sign-ins at the mail server, {world.WebhookServer.Requests.Count} calls of the webhook, {world.TelemetryServer.Requests.Count} exports of telemetry, {_pages} pages of {_kinds.SelectMany(kinds => kinds.Value).Distinct().Count()} kinds opened, {_provoked} requests refused");
    }

    /// <summary>The doors and ways by which no action was carried out yet.</summary>
    private IEnumerable<string> NotCarriedOut() => world.Doors.SelectMany(door => EchoSystem.Ways.Where(way => !world.SystemServer.Requests.Any(request =>
        request.Method == "POST" && request.Path.StartsWith($"/{door.Id}/", StringComparison.Ordinal) && request.Body.Contains($"\"{way}\"", StringComparison.Ordinal))).Select(way => $"{door.Id} {way}"));

    private bool IsSigned(EchoRequest request)
    {
        var parts = (request.Header(WebhookConnector.SignatureHeader) ?? "").Split(["t=", ",v1="], StringSplitOptions.RemoveEmptyEntries);
        return parts is [var time, _] && WebhookConnector.Sign(world.Webhook.Value, DateTimeOffset.FromUnixTimeSeconds(long.Parse(time, System.Globalization.CultureInfo.InvariantCulture)), Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(request.Body))) == $"t={time},v1={parts[1]}";
    }

    private static async Task StepAsync(string name, Func<Task> step)
    {
        var clock = Stopwatch.StartNew();
        await step();
        Console.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"  {name,-70}{clock.Elapsed.TotalSeconds,8:0.0} s"));
    }

    private async Task InsideAsync(Func<InsideConsole, Task> work)
    {
        await using var console = new InsideConsole(Settings(""), evidence);
        await work(console);
    }

    private async Task OutsideAsync(string pack, Func<ConsoleProcess, Task> work)
    {
        await using var console = await ConsoleProcess.StartAsync(Program, Settings(pack), $"{world.TelemetryServer.Address}v1/otlp");
        try
        {
            await work(console);
            await console.StopAsync();
        }
        finally
        {
            evidence.Add(Place.Output, "standard output and error", string.Join('\n', console.Lines));
        }
    }

    private Task MakeAdminAsync() => OutsideAsync("", async console =>
    {
        await ConsoleProcess.UntilAsync(() => Task.FromResult(console.Lines.Any(IsCode)), Patience);
        var code = world.Add(Legitimate.SetupCode, console.Lines.First(IsCode).Trim());
        using var visitor = new Visitor("nobody", console.Address, evidence);
        await visitor.FillAsync("/setup", ("Form.Code", world.WrongCode.Value), ("Form.Name", "First"), ("Form.Email", SettingUp.EmailOf(Roles.Admin)), ("Form.Password", world.WrongPassword.Value));
        await visitor.FillAsync("/setup", ("Form.Code", code.Value), ("Form.Name", "First"), ("Form.Email", SettingUp.EmailOf(Roles.Admin)), ("Form.Password", world.Passwords[Roles.Admin].Value));
        await SignInAsync(console, Roles.Admin, world.Passwords[Roles.Admin].Value);
    });

    private static bool IsCode(string line) => line.Trim().StartsWith("setup_", StringComparison.Ordinal);

    /// <summary>Signs somebody in and remembers what the browser was given.</summary>
    private async Task<Visitor> SignInAsync(ConsoleProcess console, string role, string password)
    {
        var visitor = new Visitor(role, console.Address, evidence);
        score.Add(await visitor.SignInAsync(SettingUp.EmailOf(role), password) == 302 && visitor.Cookies.ContainsKey("opsconsole"), $"the {role} cannot sign in");
        return visitor;
    }

    /// <summary>Everything that begins alike, whoever it is for, is no secret: what Data Protection writes has its own mark and the name of the key first.</summary>
    private void Remember(Visitor visitor)
    {
        const int Mark = 30;
        foreach (var (name, value) in visitor.Cookies.Where(cookie => cookie.Value.Length > 2 * Mark))
        {
            world.Add($"{(name == "opsconsole" ? "session" : "antiforgery")} cookie of {visitor.Name}, {++_sessions}", value, CanaryKind.Browser, Mark);
        }

        foreach (var token in visitor.Tokens.Where(token => token.Length > 2 * Mark).Take(1))
        {
            world.Add($"antiforgery token of {visitor.Name}, {++_sessions}", token, CanaryKind.Browser, Mark);
        }
    }

    private Task WorkAsync(SetUp setUp) => OutsideAsync(BenchCore.ServiceDesk, async console =>
    {
        using var nobody = new Visitor("nobody", console.Address, evidence);
        await nobody.FillAsync(OpsUrls.Invitation(world.WrongCode.Value), ("Form.Code", world.WrongCode.Value), ("Form.Password", world.WrongPassword.Value));
        foreach (var (role, code) in setUp.Codes)
        {
            await nobody.FillAsync(OpsUrls.Invitation(code), ("Form.Code", code), ("Form.Password", world.Passwords[role].Value));
        }

        score.Add(await nobody.SignInAsync(SettingUp.EmailOf(Roles.Auditor), world.WrongPassword.Value) == 200 && !nobody.Cookies.ContainsKey("opsconsole"), "a wrong password is let in");
        await nobody.SignInAsync(world.TypedAsAddress.Value, world.WrongPassword.Value);
        using var program = new Visitor("program", console.Address, evidence);
        var working = new Working(program, world, setUp);
        await working.OpenAsync();
        await ConsoleProcess.UntilAsync(working.ArePreparedAsync, Patience);
        score.Add(await working.ArePreparedAsync(), "not every case was prepared");
        var proposed = await working.ProposeAsync();
        score.Add(proposed == world.Doors.Count * EchoSystem.Ways.Count, $"{proposed} actions could be proposed");
        var tried = await working.FailAsync();
        score.Add(tried.Where(one => one.Key is not "cookie with the API").All(one => one.Value is 0 or >= 400 or 302), $"something wrong was let in: {string.Join(", ", tried.Select(one => $"{one.Key} {one.Value}"))}");
        await ConsoleProcess.UntilAsync(() => IsQuietAsync(), Patience);
    });

    private async Task DecideAsync(InsideConsole console)
    {
        var deciding = new Deciding(console, world);
        var queued = await deciding.ApproveAsync();
        score.Add(queued == world.Doors.Count * EchoSystem.Ways.Count, $"{queued} actions were approved");
        score.Add(await deciding.ReplyAsync() > 2, "no replies could be sent");
        await deciding.TryOutAsync();
        await deciding.AskAsync(7);
        score.Add(await deciding.ChangePasswordAsync() is PeopleOutcome.Done, "the password cannot be changed");
        score.Add(await deciding.BackUpAsync() is BackUpOutcome.Done, "no backup could be made");
    }

    /// <summary>Nobody outside was called for a while.</summary>
    private async Task<bool> IsQuietAsync()
    {
        int Calls() => world.SystemServer.Requests.Count + world.ModelServer.Requests.Count + world.WebhookServer.Requests.Count + world.MailServer.SignedIn;
        var before = Calls();
        await Task.Delay(Quiet);
        return Calls() == before;
    }

    private Task LookAsync(SetUp setUp) => OutsideAsync(BenchCore.ServiceDesk, async console =>
    {
        await ConsoleProcess.UntilAsync(() => Task.FromResult(!NotCarriedOut().Any() && world.WebhookServer.Requests.Count > EchoMail.Ways), Patience);
        await Task.Delay(Quiet);
        using var old = new Visitor("agent with the old password", console.Address, evidence);
        score.Add(await old.SignInAsync(SettingUp.EmailOf(Roles.Agent), world.Passwords[Roles.Agent].Value) == 200, "the old password is let in");
        var cases = await CasesAsync();
        List<string> more = [.. world.Doors.Select(door => $"/connectors/{door.Id}?record={door.Id}/{EchoSystem.Collection}/9"), .. cases.Select(id => $"/cases/{id}"), .. cases.Select(id => $"/audit/export?caseId={id}"), .. world.Doors.Select(door => $"/connectors/import?id={door.Id}")];
        foreach (var role in world.Passwords.Keys)
        {
            using var visitor = await SignInAsync(console, role, role == Roles.Agent ? world.NewPassword.Value : world.Passwords[role].Value);
            await LookAsync(visitor, more);
        }

        using var nobody = new Visitor("nobody", console.Address, evidence);
        await LookAsync(nobody, more);

        // While it runs: what is in the write-ahead log now is in no other file yet.
        DataFolder.Read(_data, evidence);
    });

    private async Task LookAsync(Visitor visitor, IEnumerable<string> more)
    {
        var looking = new LookingAround(visitor);
        _pages += await looking.OpenAllAsync(more);
        _kinds[visitor.Name] = [.. looking.Kinds];

        // Before what is done next makes the console take the cookies back.
        Remember(visitor);
        _provoked += await new Provoking(world).RunAsync(visitor);
    }

    private Task<IReadOnlyList<string>> CasesAsync()
    {
        var rows = new Evidence();
        DataFolder.ReadRows(_data, rows);
        var ids = Encoding.UTF8.GetString(rows.Pieces.Single(piece => piece.Name.Equals("cases.id", StringComparison.OrdinalIgnoreCase)).Data).ToLowerInvariant().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return Task.FromResult<IReadOnlyList<string>>(ids);
    }

    private Task BreakAsync() => OutsideAsync("", async console =>
    {
        using var admin = await SignInAsync(console, Roles.Admin, world.Passwords[Roles.Admin].Value);
        // Not the third file: the process has it mapped, and would end with a signal rather than an error.
        foreach (var file in Directory.EnumerateFiles(_data, "opsconsole.db*").Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)))
        {
            await File.WriteAllBytesAsync(file, Encoding.ASCII.GetBytes(new string('x', 64 * 1024)));
        }

        Remember(admin);
        var looking = new LookingAround(admin);
        await looking.OpenAllAsync([]);
        using var nobody = new Visitor("nobody", console.Address, evidence);
        await nobody.SignInAsync(SettingUp.EmailOf(Roles.Auditor), world.Passwords[Roles.Auditor].Value);
        await nobody.SendAsync(HttpMethod.Post, "/api/v1/cases", new StringContent("{}", null, "application/json"), Place.Errors, ("X-Api-Key", world.WrongKey.Value));
        await nobody.GetAsync("/health/ready", Place.Errors);
    });
}
