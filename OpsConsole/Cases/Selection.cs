using OpsConsole.Controls;
using OpsConsole.Core.Cases.Searching;

namespace OpsConsole.Cases;

/// <summary>What several cases come to together.</summary>
internal static class Selection
{
    /// <summary>One amount for each currency: sums of different money mean nothing.</summary>
    public static string Sum(IReadOnlyList<CaseRow> rows) => string.Join(
        " + ", rows.GroupBy(row => row.Currency ?? "EUR").Select(money => Phrase.Money(money.Sum(row => row.ValueAtRisk), money.Key)));

    public static int Customers(IReadOnlyList<CaseRow> rows) => rows.Select(row => row.CustomerName).OfType<string>().Distinct(StringComparer.Ordinal).Count();
}
