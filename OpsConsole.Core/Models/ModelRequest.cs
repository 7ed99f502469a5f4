using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace OpsConsole.Core.Models;

/// <summary>One question to a model.</summary>
public sealed record ModelRequest
{
    /// <summary>The case that it is asked for and whose budget pays; null for a test call or an evaluation.</summary>
    public Guid? CaseId { get; init; }

    /// <summary>The run of preparation within the case; 0 outside of one.</summary>
    public int Run { get; init; }

    /// <summary>The case's type as far as it is known; it decides which providers may see the case.</summary>
    public string? CaseType { get; init; }

    public required PromptRef Prompt { get; init; }

    public required ModelRole Role { get; init; }

    /// <summary>As written by the caller; what <see cref="Veil"/> hides is hidden on the way out.</summary>
    public required IReadOnlyList<ChatMessage> Messages { get; init; }

    /// <summary>JSON schema of the answer; null when it is plain text.</summary>
    public JsonObject? Schema { get; init; }

    /// <summary>What the model may ask to be called. Nothing is called here: the calls stand in the answer.</summary>
    public IReadOnlyList<AIFunctionDeclaration> Tools { get; init; } = [];

    public int MostOutputTokens { get; init; } = 1_000;

    /// <summary>What must not leave the house. Required, so that nobody forgets it.</summary>
    public required Veil Veil { get; init; }
}
