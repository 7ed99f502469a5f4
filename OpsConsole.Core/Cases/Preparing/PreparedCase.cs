namespace OpsConsole.Core.Cases.Preparing;

/// <summary>What a preparation says about a case.</summary>
/// <param name="CaseTypeId">Null when a person is to pick it.</param>
/// <param name="Draft">The drafted reply; it takes the place of an earlier draft of preparation, never of a person's.</param>
public sealed record PreparedCase(
    string? CaseTypeId, double? TypeConfidence, string? CustomerRecord, string? CustomerName, CaseReadiness Readiness, string Missing, string Summary, string Draft)
{
    /// <summary>What the evidence says to the summary, as JSON; empty when it is the playbook's.</summary>
    public string SummaryCheck { get; init; } = "";

    /// <summary>What the evidence says to the draft, as JSON; empty when it is the playbook's.</summary>
    public string DraftCheck { get; init; } = "";

    /// <summary>Sentences of the draft that nothing bears out; sending them needs a yes to each.</summary>
    public IReadOnlyList<string> UnsupportedInDraft { get; init; } = [];

    /// <summary>The language of the draft, such as <c>de</c>; empty when it is the playbook's.</summary>
    public string DraftLanguage { get; init; } = "";

    /// <summary>The models that took part; empty for the playbook alone.</summary>
    public string PreparedWith { get; init; } = "";

    /// <summary>What a person should know of the models' part, a sentence a line.</summary>
    public string ModelNote { get; init; } = "";

    /// <summary>Text that looks as if it were meant for a machine, as JSON; empty when there is none.</summary>
    public string Suspicious { get; init; } = "";
}
