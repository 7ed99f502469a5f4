using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace OpsConsole.Core.Models.Asking;

/// <summary>How the asking of one provider ended.</summary>
internal abstract record TryEnd(Guid? ExchangeId)
{
    /// <param name="Raw">As it came, veiled.</param>
    /// <param name="Calls">Arguments unveiled.</param>
    public sealed record Done(Guid Exchange, RawAnswer Raw, string Text, JsonNode? Json, IReadOnlyList<FunctionCallContent> Calls, string Model, long InputTokens, long OutputTokens, long Cost, bool TookSchema) : TryEnd(Exchange);

    public sealed record Failed(Guid? Exchange, TryFailure Failure) : TryEnd(Exchange);
}
