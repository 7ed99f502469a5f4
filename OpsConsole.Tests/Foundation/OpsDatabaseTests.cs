using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Foundation.Live;
using OpsConsole.Core.Foundation.Time;
using OpsConsole.Tests.Fakes;

namespace OpsConsole.Tests.Foundation;

public sealed class OpsDatabaseTests : IDisposable
{
    private readonly CoreHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task WriteAsync_ThatThrows_LeavesNothingAndTellsNobody()
    {
        using var reader = _host.Get<ChangeFeed>().Watch();
        await Assert.ThrowsAsync<InvalidOperationException>(() => _host.Database.WriteAsync(
            async db =>
            {
                db.Add(Message());
                await db.SaveChangesAsync();
                db.Announce("case", "1");
                throw new InvalidOperationException("stop");
            },
            CancellationToken.None));

        Assert.Equal(0, await CountAsync());
        reader.Dispose();
        Assert.Empty(await reader.ReadAllAsync(CancellationToken.None).ToListAsync());
    }

    [Fact]
    public async Task WriteAsync_ThatCommits_TellsAfterwards()
    {
        using var reader = _host.Get<ChangeFeed>().Watch("case");
        await _host.Database.WriteAsync(
            db =>
            {
                db.Add(Message());
                db.Announce("case", "1");
                return Task.CompletedTask;
            },
            CancellationToken.None);

        Assert.Equal(1, await CountAsync());
        reader.Dispose();
        Assert.Equal([new Change("case", "1")], await reader.ReadAllAsync(CancellationToken.None).ToListAsync());
    }

    [Fact]
    public async Task WriteAsync_ManyAtOnce_AllCommit()
    {
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => _host.Database.WriteAsync(
            db =>
            {
                db.Add(Message());
                return Task.CompletedTask;
            },
            CancellationToken.None)));

        Assert.Equal(50, await CountAsync());
    }

    [Fact]
    public async Task Connections_AreDurable()
    {
        var settings = await _host.Database.ReadAsync(
            async db => (await db.Database.SqlQueryRaw<int>("SELECT synchronous AS Value FROM pragma_synchronous").SingleAsync(),
                await db.Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync()),
            CancellationToken.None);
        Assert.Equal((2, "wal"), settings);
    }

    private Task<int> CountAsync() => _host.Database.ReadAsync(db => db.Set<CaseMessage>().CountAsync(), CancellationToken.None);

    private CaseMessage Message() => new()
    {
        Id = Ids.New(_host.Clock), CaseId = Ids.New(_host.Clock), Kind = MessageKind.Note, Channel = "note", Author = "Mara", Body = "seen", At = _host.Clock.GetUtcNow(),
    };
}
