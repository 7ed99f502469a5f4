using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Cases.Opening;
using OpsConsole.Core.Cases.Searching;
using static OpsConsole.Tests.Cases.CaseBench;

namespace OpsConsole.Tests.Cases;

public sealed class SearchCasesTests : IDisposable
{
    private readonly CaseBench _bench = new();

    [Theory]
    [InlineData(CaseOrder.Priority, CaseOwner.Anyone)]
    [InlineData(CaseOrder.Due, CaseOwner.Anyone)]
    [InlineData(CaseOrder.Oldest, CaseOwner.Anyone)]
    [InlineData(CaseOrder.Newest, CaseOwner.Anyone)]
    [InlineData(CaseOrder.Priority, CaseOwner.MeOrNobody)]
    [InlineData(CaseOrder.Due, CaseOwner.MeOrNobody)]
    public async Task Search_AllPagesWhileCasesComeAndGo_ShowsEveryStayingCaseOnce(CaseOrder order, CaseOwner owner)
    {
        var random = new Random(17);
        var staying = new List<Guid>();
        for (var index = 0; index < 40; index++)
        {
            var id = await _bench.OpenAsync($"case {index}");
            await _bench.EditAsync(id, row =>
            {
                row.UrgentAt = row.OpenedAt.AddHours(random.Next(6));
                row.DueAt = random.Next(4) == 0 ? null : row.OpenedAt.AddHours(random.Next(6));
                row.AssigneeId = random.Next(2) == 0 ? Mara.Id : null;
            });
            staying.Add(id);
        }

        var seen = new List<Guid>();
        CaseCursor? after = null;
        do
        {
            var page = await SearchAsync(new CaseFilter { Owner = owner }, order, after, most: 7);
            seen.AddRange(page.Rows.Select(row => row.Id));
            after = CaseCursor.TryRead(page.Next?.ToString());
            await _bench.OpenAsync("came meanwhile");
        }
        while (after is not null && seen.Count < 200);

        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Empty(staying.Except(seen));
    }

    [Fact]
    public async Task Search_ByWords_FindsSubjectBodyCustomerAndBeginnings()
    {
        var id = await _bench.OpenAsync("Lamp shade cracked", "Order W-23187 came broken.");
        await _bench.OpenAsync("Late parcel");
        foreach (var text in new[] { "lamp crack", "w-23187", "HADDAD shade", "1001", "CASE-1001", "bro" })
        {
            var page = await SearchAsync(new CaseFilter { Text = text }, CaseOrder.Priority, null, 10);
            Assert.Equal(id, page.Rows[0].Id);
        }
    }

    [Theory]
    [InlineData("\" OR 1=1 --")]
    [InlineData("NEAR(")]
    [InlineData("*")]
    [InlineData("subject:lamp")]
    public async Task Search_TextThatLooksLikeASyntax_IsOnlyWords(string text)
    {
        await _bench.OpenAsync("Lamp shade cracked");
        var page = await SearchAsync(new CaseFilter { Text = text }, CaseOrder.Priority, null, 10);
        Assert.NotNull(page);
    }

    [Fact]
    public async Task Search_AfterAnotherMessageAndAnotherCustomerName_FindsBoth()
    {
        var id = await _bench.OpenAsync("Lamp");
        await _bench.Host.Get<AddMessage>().AddAsync(
            Mara, id, new NewMessage { Kind = MessageKind.Inbound, Channel = "chat", Body = "velvet curtains" }, key: null, default);
        await _bench.EditAsync(id, row => row.CustomerName = "Renée Ünal");
        Assert.Single((await SearchAsync(new CaseFilter { Text = "velvet help renee unal" }, CaseOrder.Priority, null, 10)).Rows);
    }

    [Fact]
    public async Task Count_MoreThanItLooksAt_StopsThere()
    {
        await AddManyAsync(1005);
        var counts = await _bench.Host.Get<CountCases>().CountAsync(Mara, [new(), new() { Owner = CaseOwner.Me }], default);
        Assert.Equal([CountCases.Most, 0], counts);
    }

    [Fact]
    public async Task Search_ByAnActorWhoMayNotSeeCases_FindsNothing()
    {
        await _bench.OpenAsync("A");
        Assert.Empty((await _bench.Host.Get<SearchCases>().SearchAsync(Shop, new(), CaseOrder.Priority, null, 10, default)).Rows);
    }

    public static TheoryData<CaseFilter, CaseOrder, string> Plans() => new()
    {
        { new CaseFilter(), CaseOrder.Priority, "IX_cases_open_urgent" },
        { new CaseFilter(), CaseOrder.Due, "IX_cases_open_due" },
        { new CaseFilter(), CaseOrder.Oldest, "IX_cases_open_age" },
        { new CaseFilter(), CaseOrder.Newest, "IX_cases_open_age" },
        { new CaseFilter { Queue = "q" }, CaseOrder.Priority, "IX_cases_open_queue_urgent" },
        { new CaseFilter { Queue = "q" }, CaseOrder.Due, "IX_cases_open_queue_due" },
        { new CaseFilter { Queue = "q" }, CaseOrder.Oldest, "IX_cases_open_queue_age" },
        { new CaseFilter { Owner = CaseOwner.Me }, CaseOrder.Priority, "IX_cases_open_assignee_urgent" },
        { new CaseFilter { Owner = CaseOwner.Nobody }, CaseOrder.Due, "IX_cases_open_assignee_due" },
        { new CaseFilter { Owner = CaseOwner.Me }, CaseOrder.Newest, "IX_cases_open_assignee_age" },
        { new CaseFilter { Best = BestAction.ReadyToRun }, CaseOrder.Priority, "IX_cases_open_best_urgent" },
        { new CaseFilter { CaseTypeId = "refund" }, CaseOrder.Priority, "IX_cases_open_type_urgent" },
        { new CaseFilter { Scope = CaseScope.Resolved }, CaseOrder.Priority, "IX_cases_closed" },
        { new CaseFilter { Scope = CaseScope.All }, CaseOrder.Priority, "IX_cases_Number" },
        { new CaseFilter { Text = "lamp" }, CaseOrder.Priority, "SCAN t VIRTUAL TABLE" },
    };

    [Theory]
    [MemberData(nameof(Plans))]
    public async Task Page_EveryOrder_WalksAnIndexAndSortsNothing(CaseFilter filter, CaseOrder order, string index)
    {
        await AddManyAsync(50);
        var plan = await PlanAsync(filter, order);
        Assert.Contains(index, plan, StringComparison.Ordinal);
        Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
    }

    public void Dispose() => _bench.Dispose();

    private Task<CasePage> SearchAsync(CaseFilter filter, CaseOrder order, CaseCursor? after, int most) =>
        _bench.Host.Get<SearchCases>().SearchAsync(Mara, filter, order, after, most, CancellationToken.None);

    private Task<string> PlanAsync(CaseFilter filter, CaseOrder order) => _bench.Host.Database.ReadAsync(
        async db =>
        {
            var sql = CaseSql.Of(filter, filter.Owner, order, Mara.Id, _bench.Host.Clock.GetUtcNow());
            var text = sql.Page(new CaseCursor(1, 1), 50);
            await db.Database.OpenConnectionAsync();
            await using var command = (SqliteCommand)db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "EXPLAIN QUERY PLAN " + System.Text.RegularExpressions.Regex.Replace(text, @"\{(\d+)\}", "$$p$1");
            foreach (var (value, number) in sql.Values.Select((value, number) => (value, number)))
            {
                command.Parameters.AddWithValue($"$p{number}", value);
            }

            await using var reader = await command.ExecuteReaderAsync();
            var lines = new List<string>();
            while (await reader.ReadAsync())
            {
                lines.Add(reader.GetString(3));
            }

            return string.Join('\n', lines);
        },
        CancellationToken.None);

    private async Task AddManyAsync(int count) => await _bench.Host.Database.WriteAsync(
        db =>
        {
            var now = _bench.Host.Clock.GetUtcNow();
            db.AddRange(Enumerable.Range(0, count).Select(index => new Case
            {
                Id = Guid.CreateVersion7(now), Number = 5000 + index, Subject = "Many", Stage = CaseStage.Decide, Channel = "email", Source = "form",
                OpenedAt = now, UpdatedAt = now, UrgentAt = now,
            }));
            return Task.CompletedTask;
        },
        CancellationToken.None);
}
