using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Audit;
using OpsConsole.Core.Identity;
using OpsConsole.Tests.Fakes;

namespace OpsConsole.Tests.Audit;

/// <summary>Attacks on the raw file, by somebody who has removed the database's own guards first.</summary>
public sealed class TamperTests : IAsyncLifetime, IDisposable
{
    private const string AllButSequence = "\"At\", \"ActorKind\", \"ActorId\", \"ActorName\", \"Event\", \"Subject\", \"Outcome\", \"DetailsJson\", \"CaseId\", \"PreviousHash\", \"Hash\"";

    private readonly CoreHost _host = new();

    public async Task InitializeAsync()
    {
        for (var number = 1; number <= 10; number++)
        {
            await _host.Get<IAuditLog>().AppendAsync(
                new AuditEntry(Actor.Jobs, "action.approved", $"action/{number}", "ok", new() { ["amount"] = number }), CancellationToken.None);
        }

        await AttackAsync(
            """
            DROP TRIGGER audit_log_appends_only; DROP TRIGGER audit_log_moves_its_head; DROP TRIGGER audit_log_is_never_changed;
            DROP TRIGGER audit_log_is_never_cut; DROP TRIGGER audit_head_follows_the_log; DROP TRIGGER audit_head_stays;
            """);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Check_NothingDone_FindsTheLogWhole() => Assert.Equal(10, Assert.IsType<AuditFinding.Whole>(await CheckAsync()).Entries);

    [Theory]
    [InlineData("\"At\" = \"At\" + 1")]
    [InlineData("\"ActorKind\" = 'Person'")]
    [InlineData("\"ActorId\" = 'somebody-else'")]
    [InlineData("\"ActorName\" = 'Somebody Else'")]
    [InlineData("\"Event\" = 'action.rejected'")]
    [InlineData("\"Subject\" = 'action/11'")]
    [InlineData("\"Outcome\" = 'refused'")]
    [InlineData("\"DetailsJson\" = '{\"amount\":5000}'")]
    [InlineData("\"DetailsJson\" = '{\"amount\": 4}'")]
    [InlineData("\"CaseId\" = '01999999-0000-7000-8000-000000000000'")]
    [InlineData("\"PreviousHash\" = '00'")]
    [InlineData("\"Hash\" = '00'")]
    public async Task Check_AnEditedEntry_IsNamed(string edit)
    {
        await AttackAsync($"UPDATE audit_log SET {edit} WHERE \"Sequence\" = 4");
        Assert.Equal(4, Assert.IsType<AuditFinding.Edited>(await CheckAsync()).Sequence);
    }

    [Fact]
    public async Task Check_AnEntryEditedAndHashedAnew_BreaksAtTheNextOne()
    {
        var rows = await _host.Database.ReadAsync(db => db.Set<AuditRecord>().Where(row => row.Sequence == 3 || row.Sequence == 4).OrderBy(row => row.Sequence).ToListAsync(), CancellationToken.None);
        var forged = AuditRecord.After(3, rows[0].Hash, new AuditEntry(Actor.Jobs, "action.approved", "action/4", "ok", new() { ["amount"] = 5000 }), rows[1].At);
        await AttackAsync($"UPDATE audit_log SET \"DetailsJson\" = '{forged.DetailsJson}', \"Hash\" = '{forged.Hash}' WHERE \"Sequence\" = 4");
        Assert.Equal(5, Assert.IsType<AuditFinding.OutOfChain>(await CheckAsync()).Sequence);
    }

    [Fact]
    public async Task Check_ADeletedEntry_IsNamed()
    {
        await AttackAsync("DELETE FROM audit_log WHERE \"Sequence\" = 6");
        Assert.Equal(6, Assert.IsType<AuditFinding.Missing>(await CheckAsync()).Sequence);
    }

    [Fact]
    public async Task Check_ADeletedEntryWithTheRestMovedUp_IsFound()
    {
        await AttackAsync("DELETE FROM audit_log WHERE \"Sequence\" = 6; UPDATE audit_log SET \"Sequence\" = -\"Sequence\" WHERE \"Sequence\" > 6; UPDATE audit_log SET \"Sequence\" = -\"Sequence\" - 1 WHERE \"Sequence\" < 0");
        Assert.Equal(6, Assert.IsType<AuditFinding.Edited>(await CheckAsync()).Sequence);
    }

    [Fact]
    public async Task Check_AnInsertedEntry_IsFound()
    {
        await AttackAsync($"UPDATE audit_log SET \"Sequence\" = -\"Sequence\" WHERE \"Sequence\" > 5; UPDATE audit_log SET \"Sequence\" = -\"Sequence\" + 1 WHERE \"Sequence\" < 0; INSERT INTO audit_log SELECT 6, {AllButSequence} FROM audit_log WHERE \"Sequence\" = 5");
        Assert.Equal(6, Assert.IsType<AuditFinding.Edited>(await CheckAsync()).Sequence);
    }

    [Fact]
    public async Task Check_TwoEntriesExchanged_IsFound()
    {
        await AttackAsync("UPDATE audit_log SET \"Sequence\" = 99 WHERE \"Sequence\" = 3; UPDATE audit_log SET \"Sequence\" = 3 WHERE \"Sequence\" = 4; UPDATE audit_log SET \"Sequence\" = 4 WHERE \"Sequence\" = 99");
        Assert.Equal(3, Assert.IsType<AuditFinding.Edited>(await CheckAsync()).Sequence);
    }

    [Fact]
    public async Task Check_ACutEnd_IsFoundByTheHead()
    {
        await AttackAsync("DELETE FROM audit_log WHERE \"Sequence\" > 7");
        Assert.Equal(8, Assert.IsType<AuditFinding.Missing>(await CheckAsync()).Sequence);
    }

    [Fact]
    public async Task Check_EverythingDeleted_IsFoundByTheHead()
    {
        await AttackAsync("DELETE FROM audit_log");
        Assert.Equal(1, Assert.IsType<AuditFinding.Missing>(await CheckAsync()).Sequence);
    }

    [Fact]
    public async Task Check_AnEntryAddedPastTheHead_IsFound()
    {
        var last = await _host.Database.ReadAsync(db => db.Set<AuditRecord>().SingleAsync(row => row.Sequence == 10), CancellationToken.None);
        var added = AuditRecord.After(10, last.Hash, new AuditEntry(Actor.Jobs, "action.approved", "action/11", "ok", []), last.At);
        await _host.Database.WriteAsync(db => Task.FromResult(db.Add(added)), CancellationToken.None);
        Assert.Equal(11, Assert.IsType<AuditFinding.BeyondHead>(await CheckAsync()).Sequence);
    }

    [Theory]
    [InlineData("DELETE FROM audit_head")]
    [InlineData("UPDATE audit_head SET \"Hash\" = '00'")]
    public async Task Check_AHeadThatIsGoneOrAnother_IsFound(string attack)
    {
        await AttackAsync(attack);
        Assert.Equal(10, Assert.IsType<AuditFinding.HeadChanged>(await CheckAsync()).Sequence);
    }

    private Task<AuditFinding> CheckAsync() => _host.Get<AuditChain>().CheckAsync(null, CancellationToken.None);

    private Task AttackAsync(string sql) => _host.Database.WriteAsync(db => db.Database.ExecuteSqlRawAsync(sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal)), CancellationToken.None);
}
