using OpsConsole.Core.Cases;
using OpsConsole.Core.Cases.Working;
using static OpsConsole.Tests.Cases.CaseBench;

namespace OpsConsole.Tests.Cases;

public sealed class WorkOnCaseTests : IDisposable
{
    private readonly CaseBench _bench = new();

    [Fact]
    public async Task Take_ACaseThatChangedSinceItWasSeen_IsRefusedAsStale()
    {
        var id = await _bench.OpenAsync("A");
        await _bench.EditAsync(id, row => row.Version++);
        var error = await RefusedAsync(Get<TakeCase>().TakeAsync(Mara, id, seenVersion: 0, default));
        Assert.Equal(new CaseError.Stale(0, 1), error);
    }

    [Fact]
    public async Task Take_ACaseThatAnotherHolds_IsRefusedWithTheName()
    {
        var id = await _bench.OpenAsync("A");
        await DoneAsync(Get<TakeCase>().TakeAsync(Mara, id, 0, default));
        Assert.Equal(new CaseError.HeldBy("Mara Okafor"), await RefusedAsync(Get<TakeCase>().TakeAsync(Ben, id, 1, default)));
    }

    [Fact]
    public async Task Take_ByAnAuditor_IsRefused()
    {
        var id = await _bench.OpenAsync("A");
        Assert.IsType<CaseError.Forbidden>(await RefusedAsync(Get<TakeCase>().TakeAsync(Auditor, id, 0, default)));
    }

    [Fact]
    public async Task TakeNext_TwoPeopleAtOnce_GetDifferentCasesMostUrgentFirst()
    {
        var (calm, urgent) = (await _bench.OpenAsync("calm"), await _bench.OpenAsync("urgent"));
        await _bench.EditAsync(calm, row => row.Stage = CaseStage.Decide);
        await _bench.EditAsync(urgent, row => (row.Stage, row.UrgentAt) = (CaseStage.Decide, row.OpenedAt));
        var taken = await Task.WhenAll(Get<TakeNext>().TakeAsync(Mara, null, default), Get<TakeNext>().TakeAsync(Ben, null, default));
        Assert.Equal(new[] { calm, urgent }.Order(), taken.Select(outcome => Assert.IsType<CaseOutcome.Done>(outcome).CaseId).Order());
        Assert.IsType<CaseError.NothingToTake>(await RefusedAsync(Get<TakeNext>().TakeAsync(Ben, null, default)));
    }

    [Fact]
    public async Task Handoff_Offered_ChangesHandsOnlyWhenTheReceiverAccepts()
    {
        var id = await _bench.OpenAsync("A");
        await DoneAsync(Get<TakeCase>().TakeAsync(Mara, id, 0, default));
        await DoneAsync(Get<OfferHandoff>().OfferAsync(Mara, id, 1, new Assignee(Ben.Id, Ben.Name), "Customer speaks German.", default));
        Assert.Equal(Mara.Id, (await _bench.ReadAsync(id)).AssigneeId);
        Assert.IsType<CaseError.NothingOffered>(await RefusedAsync(Get<AcceptHandoff>().AcceptAsync(Sam, id, 2, default)));
        await DoneAsync(Get<AcceptHandoff>().AcceptAsync(Ben, id, 2, default));
        Assert.Equal((Ben.Id, null), ((await _bench.ReadAsync(id)).AssigneeId, (await _bench.ReadAsync(id)).OfferedToId));
    }

    [Fact]
    public async Task Handoff_Declined_StaysWithItsHolder()
    {
        var id = await _bench.OpenAsync("A");
        await DoneAsync(Get<TakeCase>().TakeAsync(Mara, id, 0, default));
        await DoneAsync(Get<OfferHandoff>().OfferAsync(Mara, id, 1, new Assignee(Ben.Id, Ben.Name), "", default));
        await DoneAsync(Get<DeclineHandoff>().DeclineAsync(Ben, id, 2, "Off in ten minutes.", default));
        Assert.Equal((Mara.Id, null), ((await _bench.ReadAsync(id)).AssigneeId, (await _bench.ReadAsync(id)).OfferedToId));
    }

    [Fact]
    public async Task Assign_AnothersCaseByAnAgent_IsRefused()
    {
        var id = await _bench.OpenAsync("A");
        await DoneAsync(Get<TakeCase>().TakeAsync(Mara, id, 0, default));
        Assert.IsType<CaseError.HeldBy>(await RefusedAsync(Get<AssignCase>().AssignAsync(Ben, id, 1, null, default)));
        await DoneAsync(Get<AssignCase>().AssignAsync(Sam, id, 1, new Assignee(Ben.Id, Ben.Name), default));
    }

    [Theory]
    [InlineData(BestAction.Running)]
    [InlineData(BestAction.Unknown)]
    public async Task Resolve_WhileActionsAreUnderWay_IsRefused(BestAction best)
    {
        var id = await _bench.OpenAsync("A");
        await _bench.EditAsync(id, row => row.Best = best);
        Assert.IsType<CaseError.StillActing>(await RefusedAsync(Get<ResolveCase>().ResolveAsync(Mara, id, 0, "Refunded.", default)));
    }

    [Fact]
    public async Task Reopen_AResolvedCase_PreparesItAnew()
    {
        var id = await _bench.OpenAsync("A");
        await DoneAsync(Get<ResolveCase>().ResolveAsync(Mara, id, 0, "Refunded.", default));
        Assert.Null((await _bench.ReadAsync(id)).PrepareAt);
        await DoneAsync(Get<ReopenCase>().ReopenAsync(Mara, id, 1, "The refund came back.", default));
        Assert.NotNull((await _bench.ReadAsync(id)).PrepareAt);
    }

    [Fact]
    public async Task Pick_AType_StartsItsClockAndPreparesAgain()
    {
        var id = await _bench.OpenAsync("A");
        await DoneAsync(Get<PickCaseType>().PickAsync(Mara, id, 0, "refund", default));
        var row = await _bench.ReadAsync(id);
        Assert.Equal(("Refunds, first line", row.OpenedAt.AddHours(8), row.OpenedAt.AddHours(6)), (row.Queue, row.DueAt, row.AtRiskAt));
    }

    [Fact]
    public async Task Pick_AnUnknownType_IsRefused()
    {
        var id = await _bench.OpenAsync("A");
        Assert.Equal(new CaseError.UnknownType("nope"), await RefusedAsync(Get<PickCaseType>().PickAsync(Mara, id, 0, "nope", default)));
    }

    [Fact]
    public async Task Wait_ForTheCustomer_StopsTheClockAndGivesTheTimeBack()
    {
        var id = await _bench.OpenAsync("A");
        await DoneAsync(Get<PickCaseType>().PickAsync(Mara, id, 0, "refund", default));
        await DoneAsync(Get<WaitForCustomer>().WaitAsync(Mara, id, 1, default));
        _bench.Host.Clock.Advance(TimeSpan.FromDays(2));
        await DoneAsync(Get<WaitForCustomer>().GoOnAsync(Mara, id, 2, default));
        var row = await _bench.ReadAsync(id);
        Assert.Equal(row.OpenedAt.AddDays(2).AddHours(8), row.DueAt);
    }

    [Fact]
    public async Task Note_AndDraft_NeedNoVersionAndAreKept()
    {
        var id = await _bench.OpenAsync("A");
        await DoneAsync(Get<AddNote>().AddAsync(Mara, id, "Called back.", default));
        await DoneAsync(Get<SaveDraft>().SaveAsync(Mara, id, "Dear Leila", default));
        Assert.Equal("Dear Leila", (await _bench.ReadAsync(id)).Draft);
    }

    public void Dispose() => _bench.Dispose();

    private T Get<T>()
        where T : notnull => _bench.Host.Get<T>();

    private static async Task<CaseError> RefusedAsync(Task<CaseOutcome> outcome) => Assert.IsType<CaseOutcome.Refused>(await outcome).Error;

    private static async Task DoneAsync(Task<CaseOutcome> outcome) => Assert.IsType<CaseOutcome.Done>(await outcome);
}
