using OpsConsole.Core.Cases;
using OpsConsole.Core.Cases.Opening;
using static OpsConsole.Tests.Cases.CaseBench;

namespace OpsConsole.Tests.Cases;

public sealed class OpenCaseTests : IDisposable
{
    private readonly CaseBench _bench = new();

    private OpenCase Handler => _bench.Host.Get<OpenCase>();

    [Fact]
    public async Task Open_AMessage_MakesACaseThatWaitsForPreparation()
    {
        var outcome = await Handler.OpenAsync(Mara, Request("Cracked shade", "It arrived cracked."), key: null, CancellationToken.None);
        var opened = Assert.IsType<OpenCaseOutcome.Opened>(outcome);
        var view = await _bench.Host.Get<ReadCase>().ReadAsync(Mara, opened.CaseId, CancellationToken.None);
        Assert.Equal((1001, CaseStage.Open, _bench.Host.Clock.GetUtcNow()), (view!.Case.Number, view.Case.Stage, view.Case.PrepareAt));
        Assert.Equal(("It arrived cracked.", MessageKind.Inbound), (view.Messages.Single().Body, view.Messages.Single().Kind));
    }

    [Fact]
    public async Task Open_ATextWithASignAtWhichOthersEndIt_KeepsAllThatFollows()
    {
        var opened = Assert.IsType<OpenCaseOutcome.Opened>(await Handler.OpenAsync(Mara, Request("Cracked\0shade", "It came\0 cracked."), key: null, CancellationToken.None));
        await AddAsync(Mara, opened.CaseId, "And\0 late.", externalId: null);
        var view = await _bench.Host.Get<ReadCase>().ReadAsync(Mara, opened.CaseId, CancellationToken.None);
        Assert.Equal("Cracked\uFFFDshade", view!.Case.Subject);
        Assert.Equal(["And\uFFFD late.", "It came\uFFFD cracked."], view.Messages.Select(message => message.Body).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Open_TheSameExternalIdTwice_OpensOneCase()
    {
        var first = await Handler.OpenAsync(Mara, Request("A", externalId: "M-1"), key: null, CancellationToken.None);
        var second = await Handler.OpenAsync(Mara, Request("A again", externalId: "M-1"), key: null, CancellationToken.None);
        Assert.Equal(Assert.IsType<OpenCaseOutcome.Opened>(first).CaseId, Assert.IsType<OpenCaseOutcome.Known>(second).CaseId);
    }

    [Fact]
    public async Task Open_AnExternalIdOfAnotherSource_IsAnotherCase()
    {
        await Handler.OpenAsync(Mara, Request("A", externalId: "M-1"), key: null, CancellationToken.None);
        var second = await Handler.OpenAsync(Mara, Request("A", externalId: "M-1", source: "svc-other"), key: null, CancellationToken.None);
        Assert.IsType<OpenCaseOutcome.Opened>(second);
    }

    [Theory]
    [InlineData("same", typeof(OpenCaseOutcome.Known))]
    [InlineData("other", typeof(OpenCaseOutcome.Refused))]
    public async Task Open_AKeyThatCameBefore_AnswersTheSameOrIsRefused(string digest, Type expected)
    {
        await Handler.OpenAsync(Mara, Request("A"), new IntakeKey("k1", "same"), CancellationToken.None);
        var again = await Handler.OpenAsync(Mara, Request("A"), new IntakeKey("k1", digest), CancellationToken.None);
        Assert.IsType(expected, again);
    }

    [Fact]
    public async Task Open_SeveralThingsWrong_NamesEachOfThem()
    {
        var outcome = await Handler.OpenAsync(Mara, Request(" ", new string('x', NewCase.MostBody + 1)), key: null, CancellationToken.None);
        var refused = Assert.IsType<OpenCaseOutcome.Refused>(outcome);
        Assert.Equal(2, Assert.IsType<CaseError.Invalid>(refused.Error).Problems.Count);
    }

    [Fact]
    public async Task Open_ByAnAuditor_IsRefused()
    {
        var outcome = await Handler.OpenAsync(Auditor, Request("A"), key: null, CancellationToken.None);
        Assert.IsType<CaseError.Forbidden>(Assert.IsType<OpenCaseOutcome.Refused>(outcome).Error);
    }

    [Fact]
    public async Task Add_ACustomersMessageToAResolvedCase_OpensAndPreparesItAgain()
    {
        var id = await _bench.OpenAsync("A");
        await _bench.EditAsync(id, row => (row.Stage, row.ResolvedAt, row.PrepareAt) = (CaseStage.Closed, row.OpenedAt, null));
        await AddAsync(Mara, id, "Still broken", externalId: null);
        var row = await _bench.ReadAsync(id);
        Assert.Equal((CaseStage.Open, true), (row.Stage, row.PrepareAt is not null));
    }

    [Fact]
    public async Task Add_TheSameMessageTwice_ChangesNothing()
    {
        var id = await _bench.OpenAsync("A");
        var first = await AddAsync(Mara, id, "Hello", "m2");
        var second = await AddAsync(Mara, id, "Hello", "m2");
        Assert.Equal(Assert.IsType<AddMessageOutcome.Added>(first).MessageId, Assert.IsType<AddMessageOutcome.Known>(second).MessageId);
    }

    [Fact]
    public async Task Add_ByAServiceToACaseThatItDidNotOpen_FindsNothing()
    {
        var outcome = await AddAsync(Shop, await _bench.OpenAsync("A"), "Hello", externalId: null);
        Assert.IsType<CaseError.NotFound>(Assert.IsType<AddMessageOutcome.Refused>(outcome).Error);
    }

    public void Dispose() => _bench.Dispose();

    private Task<AddMessageOutcome> AddAsync(Core.Identity.Actor actor, Guid caseId, string body, string? externalId) =>
        _bench.Host.Get<AddMessage>().AddAsync(
            actor, caseId, new NewMessage { Kind = MessageKind.Inbound, Channel = "chat", Body = body, ExternalId = externalId }, key: null, CancellationToken.None);
}
