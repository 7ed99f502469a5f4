using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Actions;
using OpsConsole.Core.Audit;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies;
using OpsConsole.Core.Policies.Authoring;
using OpsConsole.Core.Policies.Documents;
using OpsConsole.Core.Preparation.Demo;
using OpsConsole.Core.Preparation.Suggesting;
using OpsConsole.Tests.Fakes;

namespace OpsConsole.Tests.Preparation.Suggesting;

public sealed class SuggestionTests
{
    private static readonly Actor Supervisor = new(ActorKind.Person, "p-5", "Sam", [Roles.Supervisor]);

    [Fact]
    public async Task Find_InTheDemosPast_SuggestsToAskBeforeRefundingWhatIsUnderWay()
    {
        using var desk = await DeskWithAPastAsync();

        var suggestion = Assert.Single(await SuggestionsAsync(desk.Host));

        Assert.Equal((SuggestionKind.Playbook, "sandbox.refund_payment", "order.status = \"shipped\"", SuggestionState.Open), (suggestion.Kind, suggestion.ActionTypeId, suggestion.Condition, suggestion.State));
        Assert.True(suggestion.Removed >= 2 * suggestion.Stopped && suggestion.Chance < 0.01, suggestion.Sentence);
        Assert.Equal(suggestion.Removed, suggestion.Cases.Count);
    }

    [Fact]
    public async Task Find_Again_TellsNothingTwice()
    {
        using var desk = await DeskWithAPastAsync();
        Assert.Equal(0, await desk.Host.Get<FindSuggestions>().FindAsync(CancellationToken.None));
        var id = (await SuggestionsAsync(desk.Host))[0].Id;
        await desk.Host.Get<DecideSuggestion>().DismissAsync(Supervisor, id, "We want to see these.", CancellationToken.None);
        Assert.Equal(0, await desk.Host.Get<FindSuggestions>().FindAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Approve_APlaybooks_AsksFromTheNextCaseOnAndProposesAgainOnceTakenBack()
    {
        using var desk = await DeskWithAPastAsync();
        var message = await ShippedAsync(desk.Host);
        var before = await desk.PrepareAsync(message);
        Assert.Equal("sandbox.refund_payment", Assert.Single(await desk.ActionsAsync(before)).ActionTypeId);
        var suggestion = (await SuggestionsAsync(desk.Host))[0];

        Assert.IsType<SuggestionOutcome.Done>(await desk.Host.Get<DecideSuggestion>().ApproveAsync(Supervisor, suggestion.Id, CancellationToken.None));
        var asked = await desk.PrepareAsync(message);
        Assert.Empty(await desk.ActionsAsync(asked));
        Assert.Contains("is not proposed where order status is “shipped”", (await desk.CaseAsync(asked)).Missing, StringComparison.Ordinal);

        Assert.IsType<SuggestionOutcome.Done>(await desk.Host.Get<DecideSuggestion>().RevokeAsync(Supervisor, suggestion.Id, "Too many questions.", CancellationToken.None));
        Assert.Single(await desk.ActionsAsync(await desk.PrepareAsync(message)));
        Assert.Equal(["suggestion.approved", "suggestion.revoked"], (await EventsAsync(desk.Host)).Where(name => name.StartsWith("suggestion.", StringComparison.Ordinal) && name != "suggestion.found"));
    }

    [Fact]
    public async Task Approve_Twice_IsDoneOnce()
    {
        using var desk = await DeskWithAPastAsync();
        var suggestion = (await SuggestionsAsync(desk.Host))[0];
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => desk.Host.Get<DecideSuggestion>().ApproveAsync(Supervisor, suggestion.Id, CancellationToken.None)));
        Assert.Single(outcomes.OfType<SuggestionOutcome.Done>());
        Assert.Equal(1, await desk.Host.Database.ReadAsync(db => db.Set<PlaybookGuard>().CountAsync(), CancellationToken.None));
    }

    [Theory]
    [InlineData(Roles.Agent)]
    [InlineData(Roles.Auditor)]
    public async Task Decide_BySomebodyWhoMayNot_IsRefusedAndAudited(string role)
    {
        using var desk = await DeskWithAPastAsync();
        var actor = new Actor(ActorKind.Person, "p-9", "Nia", [role]);
        var decide = desk.Host.Get<DecideSuggestion>();
        var id = (await SuggestionsAsync(desk.Host))[0].Id;

        Assert.IsType<SuggestionOutcome.Forbidden>(await decide.ApproveAsync(actor, id, CancellationToken.None));
        Assert.IsType<SuggestionOutcome.Forbidden>(await decide.DismissAsync(actor, id, "No.", CancellationToken.None));
        Assert.IsType<SuggestionOutcome.Forbidden>(await decide.ApproveAsync(Actor.Jobs, id, CancellationToken.None));
        Assert.Equal(SuggestionState.Open, (await SuggestionsAsync(desk.Host))[0].State);
        Assert.Equal(3, (await EventsAsync(desk.Host)).Count(name => name.EndsWith("-refused", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Dismiss_WithoutAReason_IsRefused()
    {
        using var desk = await DeskWithAPastAsync();
        Assert.IsType<SuggestionOutcome.ReasonMissing>(
            await desk.Host.Get<DecideSuggestion>().DismissAsync(Supervisor, (await SuggestionsAsync(desk.Host))[0].Id, " ", CancellationToken.None));
    }

    [Fact]
    public async Task Approve_APolicys_BeginsADraftThatPassesItsTestAndChangesNothingYet()
    {
        using var host = await PackDesk.LoadedAsync("service-desk");
        FieldTest[] tests = [new("order.status", FieldOperator.Is, "\"shipped\""), new("action.amount", FieldOperator.Above, "60"), new("customer.flags", FieldOperator.Holds, "\"watch\""), new("count(credits)", FieldOperator.Above, "2")];
        var suggestion = await StoreAsync(host, SuggestionKind.Policy, tests);
        var inForce = host.Get<IPolicies>().InForce;

        var done = Assert.IsType<SuggestionOutcome.Done>(await host.Get<DecideSuggestion>().ApproveAsync(PackDesk.Admin, suggestion.Id, CancellationToken.None));

        var draft = await host.Database.ReadAsync(db => db.Set<PolicyDraft>().SingleAsync(row => row.Id == done.Suggestion.DraftId), CancellationToken.None);
        PolicyCompiler.Compile(draft.Document, 0, out var faults);
        Assert.Empty(faults);
        Assert.Same(inForce, host.Get<IPolicies>().InForce);
        Assert.IsType<SubmitOutcome.Submitted>(await host.Get<SubmitPolicy>().SubmitAsync(PackDesk.Admin, draft.Id, draft.Revision, "From rejections", CancellationToken.None));
    }

    [Fact]
    public async Task Approve_APolicysByWhoMayWriteNone_SaysSo()
    {
        using var host = await PackDesk.LoadedAsync("service-desk");
        var suggestion = await StoreAsync(host, SuggestionKind.Policy, [new("order.status", FieldOperator.Is, "\"shipped\"")]);
        Assert.IsType<SuggestionOutcome.PolicyRefused>(await host.Get<DecideSuggestion>().ApproveAsync(Supervisor, suggestion.Id, CancellationToken.None));
    }

    [Fact]
    public async Task Read_AnApprovedOne_CountsBeforeAndAfter()
    {
        using var desk = await DeskWithAPastAsync();
        var id = (await SuggestionsAsync(desk.Host))[0].Id;
        await desk.Host.Get<DecideSuggestion>().ApproveAsync(Supervisor, id, CancellationToken.None);

        var detail = (await desk.Host.Get<ReadSuggestions>().FindAsync(Supervisor, id, CancellationToken.None))!;

        Assert.True(detail.Effect!.Before.Decided > 50 && detail.Effect.Before.Rejected >= detail.Suggestion.Removed && detail.Effect.After.Decided == 0 && !detail.Effect.IsTelling);
        Assert.Equal(detail.Suggestion.Removed, detail.Cases.Count);
        Assert.Null(await desk.Host.Get<ReadSuggestions>().FindAsync(PackDesk.Agent, id, CancellationToken.None));
    }

    [Fact]
    public void RejectionsRemoved_FewerThanExpected_IsTheDifference()
    {
        var effect = new MeasuredEffect(new RejectionRate(30, 100), new RejectionRate(2, 40));
        Assert.Equal((10.0, true), (Math.Round(effect.RejectionsRemoved, 6), effect.IsTelling));
        Assert.True(effect.After.PerHundredInterval.High < effect.Before.PerHundredInterval.Low);
    }

    private static async Task<PreparedDesk> DeskWithAPastAsync()
    {
        var desk = await PreparedDesk.OpenAsync();
        await desk.Host.Get<MakeDemoHistory>().MakeAsync(CancellationToken.None);
        await desk.Host.Get<FindSuggestions>().FindAsync(CancellationToken.None);
        return desk;
    }

    private static Task<IReadOnlyList<Suggestion>> SuggestionsAsync(CoreHost host) => host.Get<ReadSuggestions>().ListAsync(Supervisor, CancellationToken.None);

    private static Task<List<string>> EventsAsync(CoreHost host) => host.Database.ReadAsync(db => db.Set<AuditRecord>().OrderBy(row => row.Sequence).Select(row => row.Event).ToListAsync(), CancellationToken.None);

    /// <summary>Somebody wants money back for an order that is under way.</summary>
    private static async Task<string> ShippedAsync(CoreHost host)
    {
        var demo = DemoCase.Parse((await PackDesk.ShippedAsync("service-desk")).Texts[DemoCase.File])!.Value;
        var sandbox = await host.Get<IConnectorDirectory>().FindAsync("sandbox", CancellationToken.None);
        var view = await new DemoRecords(sandbox!, demo.Scan).PickAsync("order.status = \"shipped\" and payment.captured > 0 and count(customer.flags) = 0", CancellationToken.None);
        return $"Hello,\n\nplease refund the order {view!["order"]!["order_id"]}.\n\n{view["customer"]!["name"]}\n{view["customer"]!["email"]}";
    }

    private static async Task<Suggestion> StoreAsync(CoreHost host, SuggestionKind kind, IReadOnlyList<FieldTest> tests)
    {
        var suggestion = new Suggestion
        {
            Id = Guid.CreateVersion7(host.Clock.GetUtcNow()), Number = 1, Fingerprint = "f", Kind = kind, State = SuggestionState.Open, ActionTypeId = "sandbox.refund_payment", ReasonCode = RejectionReason.Policy,
            ConditionJson = System.Text.Json.JsonSerializer.Serialize(tests), Condition = string.Join(" and ", tests.Select(test => test.Feel)), Sentence = "s", Removed = 9, Stopped = 1, Matched = 10,
            Rejected = 12, Judged = 40, Chance = 0.001, CasesJson = "[]", FoundAt = host.Clock.GetUtcNow(),
        };
        await host.Database.WriteAsync(
            db =>
            {
                db.Add(suggestion);
                return Task.CompletedTask;
            },
            CancellationToken.None);
        return suggestion;
    }
}
