using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Audit;
using OpsConsole.Core.Identity;
using OpsConsole.Tests.Fakes;

namespace OpsConsole.Tests.Audit;

public sealed class AuditLogTests : IDisposable
{
    private readonly CoreHost _host = new();

    private IAuditLog Log => _host.Get<IAuditLog>();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Append_TwiceInOneTransaction_ChainsBoth()
    {
        await _host.Database.WriteAsync(
            async db =>
            {
                await Log.AppendAsync(db, Entry("first"), CancellationToken.None);
                await Log.AppendAsync(db, Entry("second"), CancellationToken.None);
            },
            CancellationToken.None);
        Assert.Equal(2, Assert.IsType<AuditFinding.Whole>(await CheckAsync()).Entries);
    }

    [Fact]
    public async Task Append_FromManyWritersAtOnce_KeepsTheChainWhole()
    {
        await Task.WhenAll(Enumerable.Range(0, 40).Select(number => Log.AppendAsync(Entry($"event {number}"), CancellationToken.None)));
        Assert.Equal(40, Assert.IsType<AuditFinding.Whole>(await CheckAsync()).Entries);
    }

    [Fact]
    public async Task Append_InATransactionThatFails_LeavesNoRow()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _host.Database.WriteAsync(
            async db =>
            {
                await Log.AppendAsync(db, Entry("lost"), CancellationToken.None);
                throw new InvalidOperationException("The change did not work.");
            },
            CancellationToken.None));
        Assert.Equal(0, Assert.IsType<AuditFinding.Whole>(await CheckAsync()).Entries);
    }

    [Fact]
    public void Append_DetailsInAnotherOrder_GiveTheSameText()
    {
        var one = AuditRecord.After(0, AuditRecord.Genesis, Entry("x") with { Details = new() { ["a"] = 1, ["b"] = "é" } }, _host.Clock.GetUtcNow());
        var other = AuditRecord.After(0, AuditRecord.Genesis, Entry("x") with { Details = new() { ["b"] = "é", ["a"] = 1 } }, _host.Clock.GetUtcNow());
        Assert.Equal(one.Hash, other.Hash);
    }

    [Theory]
    [InlineData("UPDATE audit_log SET \"Outcome\" = 'ok' WHERE \"Sequence\" = 1")]
    [InlineData("DELETE FROM audit_log WHERE \"Sequence\" = 1")]
    [InlineData("INSERT INTO audit_log SELECT 9, \"At\", \"ActorKind\", \"ActorId\", \"ActorName\", \"Event\", \"Subject\", \"Outcome\", \"DetailsJson\", \"CaseId\", \"PreviousHash\", \"Hash\" FROM audit_log")]
    [InlineData("UPDATE audit_head SET \"Sequence\" = 0")]
    [InlineData("DELETE FROM audit_head")]
    public async Task Database_AskedToChangeTheLog_Refuses(string sql)
    {
        await Log.AppendAsync(Entry("first"), CancellationToken.None);
        var refusal = await Assert.ThrowsAsync<SqliteException>(() => _host.Database.WriteAsync(db => db.Database.ExecuteSqlRawAsync(sql), CancellationToken.None));
        Assert.Contains("audit log", refusal.Message, StringComparison.Ordinal);
        Assert.IsType<AuditFinding.Whole>(await CheckAsync());
    }

    private Task<AuditFinding> CheckAsync() => _host.Get<AuditChain>().CheckAsync(null, CancellationToken.None);

    private static AuditEntry Entry(string name) => new(Actor.Jobs, name, "test/1", "ok", []);
}
