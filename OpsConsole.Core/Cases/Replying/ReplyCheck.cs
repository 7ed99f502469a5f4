using System.Text.Json;

namespace OpsConsole.Core.Cases.Replying;

/// <summary>
/// What checking a drafted reply against the evidence found. Whoever checks writes it to the case; sending asks for an explicit yes to every
/// sentence of it that still stands in the text that is sent.
/// </summary>
/// <param name="Unsupported">Sentences, as they stand in the draft, that nothing supports or that a fact contradicts.</param>
public sealed record ReplyCheck(IReadOnlyList<string> Unsupported)
{
    /// <summary>The check of a case's draft; null when nobody checked.</summary>
    public static ReplyCheck? Of(Case @case) => @case.ReplyCheckJson is { } json ? JsonSerializer.Deserialize<ReplyCheck>(json, JsonSerializerOptions.Web) : null;

    public void WriteTo(Case @case) => @case.ReplyCheckJson = Unsupported.Count == 0 ? null : JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    /// <summary>The sentences that stand in <paramref name="text"/> all the same.</summary>
    public IReadOnlyList<string> In(string text)
    {
        var plain = Plain(text);
        return [.. Unsupported.Where(sentence => plain.Contains(Plain(sentence), StringComparison.OrdinalIgnoreCase))];
    }

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
