using System.Globalization;
using System.Text.Json.Nodes;
using OpsConsole.Bench.Competent;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Models.Configuring;
using OpsConsole.Core.Models.Spending;

namespace OpsConsole.Bench.Behaving;

/// <summary>Many whole cases at once: first with enough to spend, to look for personal values in what was sent; then with too little.</summary>
internal static class CrowdBench
{
    private const int Workers = 8;

    /// <summary>About half of what the model's part of one case uses, so that about half of the cases must do without.</summary>
    private const int TokensOfCase = 5_000;
    private const int CostOfCase = 6_000;

    /// <summary>What one question may need, so that even of few cases something is asked.</summary>
    private const int LeastTokens = 12_000;
    private const int LeastCost = 20_000;

    private const string Pick = "order.status = \"delivered\" and count(customer.flags) = 0";

    /// <summary>All that somebody may write about himself.</summary>
    private const string Message =
        "Hello,\n\nthis is {customer.name}, {upper case(customer.name)}, of {customer.address.line1} in {customer.address.postcode} {customer.address.city}. I want my money back for order {order.order_id}, not as described. "
        + "Call me at {customer.phone} or write to {upper case(customer.email)}.\n\n{customer.name}\n{customer.email}";

    public static async Task RunAsync(BenchOptions options, Score score)
    {
        var count = options.Number("cases", 50);
        await using var stub = await ModelStub.StartAsync();
        stub.Answers = body => CompetentModel.Answer(body) with { Pause = TimeSpan.FromMilliseconds(1) };
        await CanariesAsync(options, stub, count, score);
        stub.Requests.Clear();
        await BudgetAsync(options, stub, count, score);
    }

    private static async Task CanariesAsync(BenchOptions options, ModelStub stub, int count, Score score)
    {
        await using var desk = await OpenAsync(options, stub, new ModelLimits { DayTokens = 100_000_000, DayCost = 1_000_000_000 });
        var (cases, canaries) = await ReceiveAsync(desk, count);
        await desk.PrepareDueAsync(Workers);
        var prepared = await Task.WhenAll(cases.Select(desk.ReadAsync));
        var requests = stub.Requests.ToList();
        var found = (from canary in canaries
                     from request in requests
                     where request.Text.Contains(canary.Order, StringComparison.Ordinal)
                     from value in canary.In(request)
                     select $"“{value}” of {canary.Order} in a question “{Question.Read(request.Body).Prompt}”").ToList();
        var stages = requests.GroupBy(request => Question.Read(request.Body).Prompt, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal);
        Console.WriteLine();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{count} whole cases by {Workers} at once: {requests.Count} questions ({string.Join(", ", stages.Select(stage => $"{stage.Key} {stage.Count()}"))}), {requests.Sum(request => request.Text.Length):N0} characters sent; {canaries.Sum(canary => canary.Values.Count)} personal values looked for, {found.Count} found"));
        score.Add(found.Count == 0, string.Join("; ", found.Take(5)));
        score.Add(requests.Count >= count && canaries.All(canary => requests.Any(request => request.Text.Contains(canary.Order, StringComparison.Ordinal))), "not every case was asked about");
        score.Add(prepared.All(one => one.Case.Stage == CaseStage.Decide && one.Case.PrepareOwner is null && one.Case.PreparedWith.Length > 0), "not every case was prepared with the model");
        score.Add(canaries.Zip(prepared).Any(pair => pair.Second.Case.Draft.Contains(pair.First.Values[0], StringComparison.Ordinal)), "no name was put back into a draft");
    }

    private static async Task BudgetAsync(BenchOptions options, ModelStub stub, int count, Score score)
    {
        var limits = new ModelLimits { DayTokens = Math.Max(LeastTokens, count * TokensOfCase), DayCost = Math.Max(LeastCost, count * CostOfCase), CaseTokens = 20_000 };
        await using var desk = await OpenAsync(options, stub, limits);
        var (cases, _) = await ReceiveAsync(desk, count);
        var most = await desk.Core.MostTokensAsync(() => desk.PrepareDueAsync(Workers));
        var prepared = await Task.WhenAll(cases.Select(desk.ReadAsync));
        var (tokens, cost) = await desk.Core.TodayAsync();
        var spent = prepared.Count(one => one.Case.ModelNote.Contains(ModelLedger.MoreThanIsLeft, StringComparison.Ordinal));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{count} whole cases by {Workers} at once with too little to spend: {count - spent} with the model to the end, {spent} with a note that it was spent; {tokens:N0} of {limits.DayTokens:N0} tokens and {cost:N0} of {limits.DayCost:N0} millionths used, never more than {most:N0} tokens at any moment, at most {prepared.Max(one => one.Tokens):N0} of {limits.CaseTokens:N0} by a case"));
        score.Add(tokens <= limits.DayTokens && cost <= limits.DayCost && most <= limits.DayTokens && prepared.All(one => one.Tokens <= limits.CaseTokens), "the budget was exceeded");
        score.Add(spent > 0 && prepared.Any(one => one.Exchanges.Count > 0), "the budget was not put to the test");
        score.Add(prepared.All(one => one.Case.Stage == CaseStage.Decide && one.Case is { PrepareOwner: null, PrepareAt: null, Draft.Length: > 0 }), "not every case ended prepared");
        score.Add(desk.Writes == 0 && desk.Effects == 0, "something was written");
    }

    private static async Task<BehavingDesk> OpenAsync(BenchOptions options, ModelStub stub, ModelLimits limits)
    {
        var desk = await BehavingDesk.OpenAsync(options.Text("packs", "packs"), TimeProvider.System, stub.Host);
        await desk.Core.LimitAsync(limits);
        await desk.Core.ConnectAsync(stub.Address, "stub", provider => (provider.FirstTokenSeconds, provider.WholeSeconds) = (20, 60));
        return desk;
    }

    private static async Task<(IReadOnlyList<Guid> Cases, IReadOnlyList<Canaries> Canaries)> ReceiveAsync(BehavingDesk desk, int count)
    {
        var (cases, canaries) = (new List<Guid>(), new List<Canaries>());
        for (var number = 0; number < count; number++)
        {
            JsonObject picked = await desk.PickAsync(Pick);
            canaries.Add(new Canaries(picked));
            cases.Add(await desk.ReceiveAsync(Message, picked));
        }

        return (cases, canaries);
    }
}
