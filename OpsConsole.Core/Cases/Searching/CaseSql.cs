using System.Globalization;
using System.Text;

namespace OpsConsole.Core.Cases.Searching;

/// <summary>
/// The SQL of a list. It is spelled out rather than left to the mapper for two things that decide whether page 10,000 costs what page 1
/// costs: the row value <c>(key, number) > (…)</c>, which an index seeks to, and <c>"Stage" &lt;&gt; 'Closed'</c> as a literal, which the
/// partial indexes are named by. Everything a person gave is a parameter.
/// </summary>
internal sealed class CaseSql
{
    private const string Table = "cases c";

    private readonly StringBuilder _where = new();
    private readonly List<object> _values = [];
    private string _from = Table;

    private CaseSql()
    {
    }

    public CaseSortKey Sort { get; private set; }

    public bool IsDescending { get; private set; }

    public object[] Values => [.. _values];

    /// <param name="owner">One of the two that <see cref="CaseOwner.MeOrNobody"/> stands for; an index cannot be walked for both at once.</param>
    public static CaseSql Of(CaseFilter filter, CaseOwner owner, CaseOrder order, string me, DateTimeOffset now)
    {
        var sql = new CaseSql();
        sql.Scope(filter, order);
        sql.Equal("Queue", filter.Queue);
        sql.Equal("Stage", filter.Stage?.ToString());
        sql.Equal("CaseTypeId", filter.CaseTypeId);
        sql.Equal("Best", filter.Best?.ToString());
        sql.Equal("CustomerRecord", filter.CustomerRecord);
        sql.Equal("AssigneeId", owner == CaseOwner.Me ? me : null);
        sql.Add(owner == CaseOwner.Nobody, "c.\"AssigneeId\" IS NULL");
        sql.Equal("OfferedToId", filter.Offer == CaseOffer.ToMe ? me : null);
        sql.Equal("OfferedById", filter.Offer == CaseOffer.ByMe ? me : null);
        sql.Add(filter.ValueFrom is not null, "c.\"ValueAtRisk\" >= {0}", filter.ValueFrom ?? 0);
        sql.Clock(filter.Clock, now);
        return sql;
    }

    /// <summary>The rows after <paramref name="after"/>, in order.</summary>
    public string Page(CaseCursor? after, int most)
    {
        var (column, direction, beyond) = (Column, IsDescending ? "DESC" : "ASC", IsDescending ? "<" : ">");
        if (after is not null && Sort == CaseSortKey.Number)
        {
            Add(true, $"{column} {beyond} {{0}}", after.Number);
        }
        else if (after is not null)
        {
            Add(true, $"({column}, c.\"Number\") {beyond} ({{0}}, {{1}})", after.Key, after.Number);
        }

        var tie = Sort == CaseSortKey.Number ? "" : $", c.\"Number\" {direction}";
        return string.Create(CultureInfo.InvariantCulture, $"SELECT c.* FROM {_from} WHERE {_where} ORDER BY {column} {direction}{tie} LIMIT {most}");
    }

    /// <summary>How many there are, but no more than <paramref name="most"/> are looked at.</summary>
    public string Count(int most) =>
        string.Create(CultureInfo.InvariantCulture, $"SELECT count(*) AS \"Value\" FROM (SELECT 1 FROM {_from} WHERE {_where} LIMIT {most})");

    /// <summary>A search walks the text index, whose row is the number.</summary>
    private string Column => Sort switch
    {
        CaseSortKey.Urgent => "c.\"UrgentAt\"",
        CaseSortKey.Due => "coalesce(c.\"DueAt\", 9223372036854775807)",
        CaseSortKey.Opened => "c.\"OpenedAt\"",
        CaseSortKey.Resolved => "c.\"ResolvedAt\"",
        CaseSortKey.Number => _from == Table ? "c.\"Number\"" : "t.rowid",
    };

    public void Except(long number) => Add(true, "c.\"Number\" <> {0}", number);

    private void Scope(CaseFilter filter, CaseOrder order)
    {
        switch (filter.Scope)
        {
            case CaseScope.Open:
                Add(true, "c.\"Stage\" <> 'Closed'");
                (Sort, IsDescending) = order switch
                {
                    CaseOrder.Priority => (CaseSortKey.Urgent, false),
                    CaseOrder.Due => (CaseSortKey.Due, false),
                    CaseOrder.Oldest => (CaseSortKey.Opened, false),
                    CaseOrder.Newest => (CaseSortKey.Opened, true),
                };
                break;
            case CaseScope.Resolved:
                Add(true, "c.\"Stage\" = 'Closed'");
                (Sort, IsDescending) = (CaseSortKey.Resolved, true);
                break;
            case CaseScope.All:
                Add(true, "1 = 1");
                (Sort, IsDescending) = (CaseSortKey.Number, true);
                break;
        }

        if (CaseText.Query(filter.Text) is { } words)
        {
            _from = "case_text t CROSS JOIN cases c ON c.\"Number\" = t.rowid";
            (Sort, IsDescending) = (CaseSortKey.Number, true);
            Add(true, "case_text MATCH {0}", words);
        }
    }

    private void Clock(CaseClockFilter clock, DateTimeOffset now)
    {
        Add(clock == CaseClockFilter.AtRisk, "c.\"AtRiskAt\" <= {0} AND c.\"PausedAt\" IS NULL", Micros(now));
        Add(clock == CaseClockFilter.Breached, "c.\"DueAt\" < {0} AND c.\"PausedAt\" IS NULL", Micros(now));
        Add(clock == CaseClockFilter.Paused, "c.\"PausedAt\" IS NOT NULL");
    }

    private void Equal(string column, string? value) => Add(value is not null, $"c.\"{column}\" = {{0}}", value ?? "");

    /// <summary>Adds a condition whose own placeholders count from 0.</summary>
    private void Add(bool wanted, string condition, params object[] values)
    {
        if (!wanted)
        {
            return;
        }

        var numbered = values.Select((_, index) => (object)$"{{{_values.Count + index}}}").ToArray();
        _where.Append(_where.Length == 0 ? "" : " AND ").AppendFormat(CultureInfo.InvariantCulture, condition, numbered);
        _values.AddRange(values);
    }

    /// <summary>Times as the database keeps them.</summary>
    internal static long Micros(DateTimeOffset time) => (time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;
}
