using OpsConsole.Core.Models.Recording;

namespace OpsConsole.Core.Models;

/// <summary>One try that was sent to a provider, as somebody may see it.</summary>
/// <param name="Run">The run of preparation within the case.</param>
/// <param name="Attempt">From 1, over all tries of one question at one provider.</param>
/// <param name="Request">JSON: messages, tools, schema and limits. Empty in lists, and once it was dropped to keep within the bound.</param>
/// <param name="Answer">The text, and the calls as JSON after it.</param>
/// <param name="IsUnveiled">Whether personal values were put back for this reader. Secrets never are.</param>
/// <param name="InputTokens">As the provider said; see <paramref name="IsUsageKnown"/>.</param>
/// <param name="CountedTokens">What the budgets count: the usage, or what was reserved when it is not known.</param>
/// <param name="Cost">Millionths of <paramref name="Currency"/>.</param>
public sealed record ExchangeView(
    Guid Id, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, Guid? CaseId, int Run, string? CaseType, PromptRef Prompt, ModelRole Role, string Provider, string Region, string Model,
    int Attempt, string Request, string Answer, bool IsUnveiled, long InputTokens, long OutputTokens, bool IsUsageKnown, long CountedTokens, long Cost, string Currency,
    int? FirstTokenMs, ExchangeOutcome Outcome, string Sentence)
{
    internal static ExchangeView Of(ModelExchange row, string request, string answer, bool isUnveiled) => new(
        row.Id, row.StartedAt, row.EndedAt, row.CaseId, row.Run, row.CaseType, new PromptRef(row.Prompt, row.PromptVersion, row.PromptDigest), row.Role, row.Provider, row.Region, row.Model,
        row.Attempt, request, answer, isUnveiled, row.InputTokens, row.OutputTokens, row.IsUsageKnown, row.IsUsageKnown ? row.InputTokens + row.OutputTokens : row.ReservedTokens,
        row.Cost, row.Currency, row.FirstTokenMs, row.Outcome, row.Sentence);
}
