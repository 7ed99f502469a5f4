using System.Text;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Cases.Importing;
using OpsConsole.Core.Cases.Searching;
using static OpsConsole.Tests.Cases.CaseBench;

namespace OpsConsole.Tests.Cases;

public sealed class ImportCasesTests : IDisposable
{
    private const string Good = """{"case_id": "RD-0001", "channel": "email", "received_at": "2026-05-01T10:54:19Z", "subject": "Exchange", "body": "Please"}""";

    private readonly CaseBench _bench = new();

    [Fact]
    public async Task Run_AFileWithGoodAndBadLines_OpensTheGoodAndNamesTheBad()
    {
        var view = await ImportAsync($"""
            {Good}

            not json
            ["an array"]
            {Good.Replace("RD-0001", "RD-0002").Replace("2026-05-01T10:54:19Z", "yesterday")}
            {Good.Replace("RD-0001", "RD-0003").Replace("Exchange", "")}
            {Good.Replace("case_id", "external_id").Replace("RD-0001", "RD-0004")}
            """);
        Assert.Equal((ImportState.Done, 7L, 2L, 4L), (view.Import.State, view.Import.Lines, view.Import.Opened, view.Import.Refused));
        Assert.Equal([3L, 4L, 5L, 6L], view.Problems.Select(problem => problem.Line));
        Assert.Equal("RD-0002", view.Problems[2].What);
        Assert.Contains("“yesterday” is no time", view.Problems[2].Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_TheSameFileAgain_OpensNothing()
    {
        await ImportAsync(Good);
        var again = await ImportAsync(Good + "\r\n");
        Assert.Equal((0L, 1L), (again.Import.Opened, again.Import.Known));
        Assert.Equal(again.Import.Bytes, again.Import.BytesRead);
    }

    [Fact]
    public async Task Run_ALineThatAnswersAnEarlierOne_JoinsItsCaseOnce()
    {
        var first = Good.Replace("\"channel\"", "\"message_id\": \"<a@x>\", \"channel\"");
        var answer = Good.Replace("RD-0001", "RD-0002").Replace("\"channel\"", "\"references\": \"<z@x> <a@x>\", \"channel\"");
        var view = await ImportAsync($"{first}\n{answer}");
        Assert.Equal((1L, 1L, 0L), (view.Import.Opened, view.Import.Joined, view.Import.Refused));
        var again = await ImportAsync($"{first}\n{answer}");
        Assert.Equal((0L, 0L, 2L), (again.Import.Opened, again.Import.Joined, again.Import.Known));
    }

    [Fact]
    public async Task Run_AfterACrashBetweenBatches_GoesOnWhereItStopped()
    {
        var lines = string.Join('\n', Enumerable.Range(1, 1_000).Select(number => Good.Replace("RD-0001", $"RD-{number:0000}")));
        var id = await StartAsync(lines);
        using var stop = new CancellationTokenSource();
        var listening = StopAfterFirstBatchAsync(stop);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _bench.Host.Get<RunImport>().RunAsync(id, stop.Token));
        await listening;
        var halfway = await ReadAsync(id);
        Assert.InRange(halfway.Import.Lines, 50, 999);
        await _bench.Host.Get<RunImport>().RunAsync(id, CancellationToken.None);
        var view = await ReadAsync(id);
        Assert.Equal((ImportState.Done, 1_000L, 1_000L, 0L), (view.Import.State, view.Import.Lines, view.Import.Opened, view.Import.Known));
    }

    [Fact]
    public async Task Cancel_ARunningImport_KeepsWhatIsIn()
    {
        var id = await StartAsync(Good);
        Assert.True(await _bench.Host.Get<ImportCases>().CancelAsync(Sam, id, CancellationToken.None));
        await _bench.Host.Get<RunImport>().RunAsync(id, CancellationToken.None);
        Assert.Equal((ImportState.Cancelled, 0L), ((await ReadAsync(id)).Import.State, (await ReadAsync(id)).Import.Opened));
    }

    [Fact]
    public async Task Run_AVeryLongLine_RefusesItAndReadsTheNext()
    {
        var view = await ImportAsync(new string('x', 3 * 1024 * 1024) + "\n" + Good);
        Assert.Equal((1L, 1L, 2L), (view.Import.Opened, view.Import.Refused, view.Import.Lines));
    }

    [Fact]
    public async Task Start_AnEmptyFile_IsRefused() => Assert.IsType<ImportOutcome.Refused>(
        await _bench.Host.Get<ImportCases>().StartAsync(Sam, "a.jsonl", new MemoryStream(), CancellationToken.None));

    [Fact]
    public async Task Start_ByAnAgent_IsRefused()
    {
        var outcome = await _bench.Host.Get<ImportCases>().StartAsync(Mara, "a.jsonl", Content(Good), CancellationToken.None);
        Assert.IsType<CaseError.Forbidden>(Assert.IsType<ImportOutcome.Refused>(outcome).Error);
    }

    [Fact]
    public async Task Run_ALine_KeepsChannelAndTimeOfTheMessage()
    {
        await ImportAsync(Good);
        var page = await _bench.Host.Get<SearchCases>().SearchAsync(Mara, new CaseFilter(), CaseOrder.Newest, null, 10, CancellationToken.None);
        var row = await _bench.ReadAsync(page.Rows.Single().Id);
        Assert.Equal(("email", "RD-0001", CaseStage.Open), (row.Channel, row.ExternalId, row.Stage));
        Assert.Equal(new DateTimeOffset(2026, 5, 1, 10, 54, 19, TimeSpan.Zero), row.OpenedAt);
    }

    public void Dispose() => _bench.Dispose();

    private async Task<ImportView> ImportAsync(string text)
    {
        var id = await StartAsync(text);
        await _bench.Host.Get<RunImport>().RunAsync(id, CancellationToken.None);
        return await ReadAsync(id);
    }

    private async Task<Guid> StartAsync(string text) =>
        Assert.IsType<ImportOutcome.Started>(await _bench.Host.Get<ImportCases>().StartAsync(Sam, "cases.jsonl", Content(text), CancellationToken.None)).ImportId;

    private async Task<ImportView> ReadAsync(Guid id) => (await _bench.Host.Get<ReadImports>().ReadAsync(Sam, id, CancellationToken.None))!;

    private Task StopAfterFirstBatchAsync(CancellationTokenSource stop)
    {
        var changes = _bench.Host.Get<Core.Foundation.Live.ChangeFeed>().Watch("import");
        return Task.Run(async () =>
        {
            await foreach (var _ in changes.ReadAllAsync(CancellationToken.None))
            {
                await stop.CancelAsync();
                changes.Dispose();
            }
        });
    }

    private static MemoryStream Content(string text) => new(Encoding.UTF8.GetBytes(text));
}
