using OpsConsole.Core.Actions.Proposing;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Policies;

namespace OpsConsole.Core.Actions;

/// <summary>One parameter in full, with where it comes from (<c>fact:3</c> or one of <see cref="Proving.Origin"/>) and the phrase it was taken from.</summary>
/// <param name="IsUntrusted">Nothing speaks for it but the customer's words, a model or the proposer.</param>
public sealed record ParameterView(string Name, string Value, string From, string? Phrase, bool IsUntrusted = false);

/// <summary>What changed since it was approved.</summary>
public sealed record ChangedLine(string Label, string Was, string Now);

/// <summary>A record that the action changes, at the version that was read.</summary>
public sealed record TargetView(string Record, string Version);

/// <summary>An action as a page shows it: the contract in full, what was decided, what was tried, and what this actor may do.</summary>
public sealed record ActionView
{
    public required ProposedAction Action { get; init; }

    public required string CaseSubject { get; init; }

    public required long CaseNumber { get; init; }

    public required IReadOnlyList<ParameterView> Parameters { get; init; }

    public required IReadOnlyList<PreviewRow> Preview { get; init; }

    /// <summary>Only what is different since the last approval; empty unless it came back.</summary>
    public required IReadOnlyList<ChangedLine> Changed { get; init; }

    public required IReadOnlyList<TargetView> Targets { get; init; }

    public required PolicyVerdict Verdict { get; init; }

    /// <summary>The definition that it was proposed under; null when it is no longer known.</summary>
    public required ActionType? Type { get; init; }

    /// <summary>What was decided, oldest first. Where the rule asks for blind approvals, those that count are left out until enough are given, for whoever has not approved.</summary>
    public required IReadOnlyList<ActionDecision> Decisions { get; init; }

    /// <summary>How many approvals of the present contract there are; <see cref="PolicyVerdict.Quorum"/> says how many it takes.</summary>
    public required int Approvals { get; init; }

    /// <summary>What was tried, oldest first.</summary>
    public required IReadOnlyList<ActionRun> Runs { get; init; }

    /// <summary>Null when this actor may approve it now, else why not.</summary>
    public required ActionRefusal? ApproveRefusal { get; init; }

    /// <summary>Whether this actor may reject or edit it now.</summary>
    public required bool MayReject { get; init; }

    public required bool MayEdit { get; init; }

    public required bool MayUndo { get; init; }

    /// <summary>Whether this actor may say what became of it: its outcome is unknown and no look can tell.</summary>
    public required bool MayReconcile { get; init; }

    /// <summary>The number of the action that must be verified first; null when there is none.</summary>
    public required int? AfterNumber { get; init; }

    /// <summary>The number of the action that this one undoes.</summary>
    public required int? UndoesNumber { get; init; }
}
