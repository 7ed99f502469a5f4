using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpsConsole.Core.Policies.Replaying;

/// <summary>A report as text: JSON, which is stored with a published version and read back, and CSV of the decisions that move.</summary>
public static class ReplayExport
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) } };

    private static readonly string[] Columns =
    [
        "at", "case", "action", "action_type", "title", "amount", "currency", "then", "before", "after", "rules_before", "rules_after", "reason", "fate", "decided_by",
        "reason_code", "outcome", "demo",
    ];

    public static string ToJson(ReplayReport report) => JsonSerializer.Serialize(report, Options);

    /// <summary>The report, or null when the text is not one.</summary>
    public static ReplayReport? FromJson(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<ReplayReport>(json, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>One line for each decision in <see cref="ReplayReport.Cases"/>, after RFC 4180.</summary>
    public static string ToCsv(ReplayReport report)
    {
        var text = new StringBuilder().AppendJoin(',', Columns).Append("\r\n");
        foreach (var moved in report.Cases)
        {
            text.AppendJoin(',', Cells(moved).Select(Cell)).Append("\r\n");
        }

        return text.ToString();
    }

    private static string?[] Cells(ReplayCase moved) =>
    [
        moved.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        moved.CaseNumber.ToString(CultureInfo.InvariantCulture),
        moved.ActionNumber.ToString(CultureInfo.InvariantCulture),
        moved.ActionTypeId,
        moved.Title,
        (moved.Amount / 100m).ToString("0.00", CultureInfo.InvariantCulture),
        moved.Currency,
        Name(moved.Then),
        Name(moved.Before),
        Name(moved.After),
        string.Join(' ', moved.RulesBefore),
        string.Join(' ', moved.RulesAfter),
        moved.Reason,
        Name(moved.Fate),
        moved.FateByName,
        moved.ReasonCode,
        Name(moved.Outcome),
        moved.IsDemo ? "yes" : "no",
    ];

    /// <summary>A text that a spreadsheet would take for a formula is led by an apostrophe: titles hold what customers wrote.</summary>
    private static string Cell(string? value)
    {
        var text = value is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + value : value ?? "";
        return text.AsSpan().IndexOfAny("\",\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"")}\"";
    }

    private static string Name<TEnum>(TEnum member)
        where TEnum : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(member.ToString());
}
