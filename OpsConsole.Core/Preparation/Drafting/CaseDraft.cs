using OpsConsole.Core.Preparation.Verifying;

namespace OpsConsole.Core.Preparation.Drafting;

/// <summary>The words of a preparation.</summary>
/// <param name="Summary">Sentences that cite facts by numeral.</param>
/// <param name="Reply">For a person to send, change or drop.</param>
public sealed record CaseDraft(string Summary, string Reply)
{
    /// <summary>How the reply begins and ends, in the pack's words.</summary>
    public string Greeting { get; init; } = "";

    public string Closing { get; init; } = "";

    /// <summary>What the evidence says to a summary that a model wrote; empty for the playbook's.</summary>
    public CheckedText SummaryCheck { get; init; } = CheckedText.Empty;

    /// <summary>What the evidence says to a reply that a model wrote; empty for the playbook's.</summary>
    public CheckedText ReplyCheck { get; init; } = CheckedText.Empty;

    /// <summary>The language of a reply that a model wrote, such as <c>de</c>; empty for the pack's own.</summary>
    public string Language { get; init; } = "";
}
