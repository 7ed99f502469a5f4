using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace OpsConsole.Core.Models;

/// <summary>How a question ended.</summary>
public abstract record ModelAnswer
{
    private ModelAnswer()
    {
    }

    /// <summary>An answer, as the provider gave it; whether it is true is for others to check.</summary>
    /// <param name="ExchangeId">Where the exact question and answer are kept.</param>
    /// <param name="Text">With what the veil hid put back.</param>
    /// <param name="Json">The answer as JSON that fits the schema; null when no schema was asked for.</param>
    /// <param name="Calls">What the model asks to be called, arguments unveiled.</param>
    /// <param name="Cost">Millionths of the currency of the price table.</param>
    public sealed record Answered(
        Guid ExchangeId, string Text, JsonNode? Json, IReadOnlyList<FunctionCallContent> Calls, string Provider, string Model, long InputTokens, long OutputTokens, long Cost) : ModelAnswer;

    /// <summary>No answer that can be used.</summary>
    /// <param name="ExchangeId">The last try that was sent; null when nothing was.</param>
    /// <param name="Sentence">What happened and what to do, for a person.</param>
    public sealed record Unanswered(Guid? ExchangeId, ModelFault Fault, string Sentence) : ModelAnswer;
}
