using Microsoft.Extensions.AI;

namespace OpsConsole.Core.Models.Asking;

/// <summary>What has come of one answer, veiled; also what had come when it broke off.</summary>
internal sealed class RawAnswer
{
    public string Text { get; set; } = "";

    public List<FunctionCallContent> Calls { get; } = [];

    public string? Model { get; set; }

    public ChatFinishReason? Finish { get; set; }

    public long? InputTokens { get; set; }

    public long? OutputTokens { get; set; }

    public int Pieces { get; set; }

    public TimeSpan? FirstAfter { get; set; }
}
