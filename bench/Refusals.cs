using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Actions;
using OpsConsole.Core.Actions.Deciding;
using OpsConsole.Core.Actions.Proposing;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Policies;

namespace OpsConsole.Bench;

/// <summary>
/// Known-correct writes changed so that each breaks a rule of the retail desk, proposed through the same door. None may be executed, also
/// not when a supervisor tries to approve it, and the refusal must name the rule.
/// </summary>
internal static class Refusals
{
    public static async Task<int> RunAsync(BenchOptions options)
    {
        using var folder = new BenchFolder();
        await using var system = await RetailSystem.StartAsync(options.SystemFolder);
        await using var host = await ConsoleHost.StartAsync(folder.Path, system.Address, options.Text("packs", "packs"));
        var cases = await RetailBench.ImportAsync(host, options.Cases);
        var mutations = await DeriveAsync(system, options);
        Console.WriteLine($"{cases.Count} cases imported, {mutations.Count} writes that break a rule");

        var score = new Score();
        var results = new List<Result>();
        foreach (var mutation in mutations)
        {
            var result = await TryAsync(host, system, cases[mutation.CaseId], mutation);
            results.Add(result);
            score.Add(result.Passed, $"{mutation.CaseId} {mutation.Kind}, {mutation.Write.Operation}: {result.Said}");
        }

        Print(results);
        Console.WriteLine($"{score.Passed} passed, {score.Failed} failed");
        return score.Failed == 0 ? 0 : 1;
    }

    /// <summary>From the first write of each case: later ones stand on what it changed.</summary>
    private static async Task<IReadOnlyList<Mutation>> DeriveAsync(RetailSystem system, BenchOptions options)
    {
        var mutations = new Mutations(await RetailRecords.ReadAsync(system));
        var customers = File.ReadLines(options.Gold).Select(line => JsonNode.Parse(line)!).ToDictionary(gold => (string)gold["case_id"]!, gold => (string)gold["user_id"]!, StringComparer.Ordinal);
        return [.. GoldCase.ReadAll(options.Gold, options.Number("limit", int.MaxValue))
            .Where(gold => gold.Writes is [{ Refused: false }, ..])
            .SelectMany(gold => mutations.Of(gold.CaseId, customers[gold.CaseId], gold.Writes[0]))];
    }

    private static async Task<Result> TryAsync(ConsoleHost host, RetailSystem system, Guid caseId, Mutation mutation)
    {
        if (mutation.AfterOriginal)
        {
            await system.Http.PostAsJsonAsync(new Uri($"/ops/{mutation.Write.Operation}", UriKind.Relative), mutation.Write.Arguments);
        }

        await IdentifyAsync(host, caseId, mutation.Customer);
        var effects = (await system.EffectsAsync()).Count;
        var (named, said) = await ProposeAsync(host, caseId, mutation);
        var executed = (await system.EffectsAsync()).Count - effects;
        if (mutation.AfterOriginal)
        {
            await system.ResetAsync();
        }

        return new Result(mutation.Kind, executed, named, executed > 0 ? $"it was executed: {said}" : said);
    }

    /// <summary>What identification would find out; here it is given, so that only the rule under test is broken.</summary>
    private static Task IdentifyAsync(ConsoleHost host, Guid caseId, string customer) => host.Database.WriteAsync(
        async db => await db.Set<Case>().Where(row => row.Id == caseId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.CustomerRecord, $"{RetailSystem.Id}/users/{customer}")),
        CancellationToken.None);

    /// <returns>The rule that the refusal names, or null; and what was said.</returns>
    private static async Task<(string? Rule, string Said)> ProposeAsync(ConsoleHost host, Guid caseId, Mutation mutation)
    {
        var draft = new ActionDraft($"{RetailSystem.Id}.{mutation.Write.Operation}", (JsonObject)mutation.Write.Arguments.DeepClone(), []);
        var outcome = await host.Get<ProposeActions>().ProposeAsync(ConsoleHost.Proposer, caseId, [draft], replace: false, CancellationToken.None);
        switch (outcome)
        {
            case ProposeOutcome.Proposed { Drafts: [DraftOutcome.Stored stored] }:
                var approval = await ApproveAsync(host, stored.Id);
                var rule = stored.Verdict.Hits.Where(hit => hit.Verdict == Verdict.Deny && !hit.IsUndecided).Select(hit => hit.Citation?.Split(' ')[^1])
                    .FirstOrDefault(cited => cited is not null && mutation.Rules.Contains(cited));
                var refused = stored.State == ActionState.Denied && approval is ApproveOutcome.Refused;
                return (refused ? rule : null, $"{stored.State}, {approval.GetType().Name} on approval: {stored.Verdict.Reason}");
            case ProposeOutcome.Proposed { Drafts: [DraftOutcome.Refused refusal] }:
                return (null, ActionRefusalText.Of(refusal.Refusal));
            default:
                return (null, outcome.ToString());
        }
    }

    private static async Task<ApproveOutcome> ApproveAsync(ConsoleHost host, Guid actionId)
    {
        var action = await host.Database.ReadAsync(db => db.Set<ProposedAction>().SingleAsync(row => row.Id == actionId), CancellationToken.None);
        return await host.Get<ApproveAction>().ApproveAsync(ConsoleHost.Supervisor, actionId, SeenContract.Of(action), null, CancellationToken.None);
    }

    private static void Print(List<Result> results)
    {
        Console.WriteLine($"{"what was broken",-30}{"tried",7}{"executed",10}{"rule named",12}  rules");
        foreach (var kind in results.GroupBy(result => result.Kind))
        {
            var rules = kind.Select(result => result.Rule).OfType<string>().Distinct().Order(StringComparer.Ordinal);
            Console.WriteLine($"{kind.Key,-30}{kind.Count(),7}{kind.Sum(result => result.Executed),10}{kind.Count(result => result.Rule is not null),12}  {string.Join(", ", rules)}");
        }
    }

    private sealed record Result(string Kind, int Executed, string? Rule, string Said)
    {
        public bool Passed => Executed == 0 && Rule is not null;
    }
}
