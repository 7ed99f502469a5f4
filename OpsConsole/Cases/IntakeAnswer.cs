using System.ComponentModel;

namespace OpsConsole.Cases;

/// <summary>The case that a message opened or was added to.</summary>
public sealed record IntakeAnswer
{
    public required Guid Id { get; init; }

    [Description("The case's number as people say it, such as CASE-1042.")]
    public required string Reference { get; init; }

    [Description("Where its state can be read.")]
    public required string Url { get; init; }

    [Description("The added message; absent when the case was opened.")]
    public Guid? MessageId { get; init; }
}
