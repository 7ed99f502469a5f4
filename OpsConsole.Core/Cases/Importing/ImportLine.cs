using System.Globalization;
using System.Text.Json;
using OpsConsole.Core.Cases.Opening;

namespace OpsConsole.Core.Cases.Importing;

/// <summary>
/// One line of an import, such as
/// <c>{"external_id": "RD-0001", "channel": "email", "received_at": "2026-05-01T10:54:19Z", "subject": "…", "body": "…"}</c>.
/// <c>case_id</c> and <c>id</c> are taken for <c>external_id</c>, so that other systems' exports need no rewriting.
/// </summary>
internal sealed record ImportLine(string What, NewCase? Case, string Why)
{
    /// <summary>The source of all cases that come from files: the same id in another file is the same case.</summary>
    public const string Source = "file";

    private const int MostWhat = 80;

    public static ImportLine Read(string? text)
    {
        if (text is null)
        {
            return new ImportLine("(a very long line)", null, $"The line is longer than {LineReader.MostBytes / 1024} KiB; shorten the body.");
        }

        var what = text.Length <= MostWhat ? text : text[..MostWhat] + "…";
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? Read(json.RootElement, what)
                : new ImportLine(what, null, "The line is JSON but no object; each line must be one {…} with subject, body and channel.");
        }
        catch (JsonException problem)
        {
            return new ImportLine(what, null, $"The line is no JSON (at character {problem.BytePositionInLine + 1}); each line must be one complete object.");
        }
    }

    private static ImportLine Read(JsonElement line, string what)
    {
        var id = Member(line, "external_id") ?? Member(line, "case_id") ?? Member(line, "id");
        var received = Member(line, "received_at");
        var at = default(DateTimeOffset?);
        if (received is not null)
        {
            if (!DateTimeOffset.TryParse(received, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            {
                return new ImportLine(id ?? what, null, $"received_at “{received}” is no time; write it as 2026-05-01T10:54:19Z.");
            }

            at = time;
        }

        var request = new NewCase
        {
            Subject = Member(line, "subject") ?? "",
            Body = Member(line, "body") ?? "",
            Channel = Member(line, "channel") ?? "file",
            Source = Source,
            ExternalId = id,
            ReceivedAt = at,
            CustomerName = Member(line, "customer_name"),
            CustomerHint = Member(line, "customer_hint") ?? Member(line, "customer"),
            Thread = new ThreadHints
            {
                MessageId = Member(line, "message_id"),
                InReplyTo = Member(line, "in_reply_to"),
                References = Members(line, "references"),
                ThreadId = Member(line, "thread_id"),
                From = Member(line, "from"),
            },
        };
        return request.Problems() is { Count: > 0 } problems
            ? new ImportLine(id ?? what, null, string.Join(' ', problems))
            : new ImportLine(id ?? what, request, "");
    }

    /// <summary>A list, or one text with names between blanks as e-mail writes it.</summary>
    private static IReadOnlyList<string> Members(JsonElement line, string name) =>
        line.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
            : Member(line, name)?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static string? Member(JsonElement line, string name) => !line.TryGetProperty(name, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        _ => value.GetRawText(),
    };
}
