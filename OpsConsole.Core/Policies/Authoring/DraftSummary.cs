using OpsConsole.Core.Policies.Documents;

namespace OpsConsole.Core.Policies.Authoring;

/// <summary>A draft as a list shows it.</summary>
/// <param name="BasedOn">The version that it is to succeed; 0 for a new policy.</param>
/// <param name="Newest">The newest version there is; when it is another than <paramref name="BasedOn"/>, the base has moved on.</param>
/// <param name="Digest">The digest of the text in review; empty while it is being written.</param>
/// <param name="ReviewComment">Why it was sent back; null when it was not.</param>
public sealed record DraftSummary(
    Guid Id,
    string PolicyId,
    string Title,
    int BasedOn,
    int Newest,
    DraftState State,
    int Revision,
    string Digest,
    string Origin,
    IReadOnlyList<DraftEditor> Editors,
    DateTimeOffset EditedAt,
    string EditedByName,
    DateTimeOffset? SubmittedAt,
    string? SubmittedByName,
    string Note,
    string? ReviewComment,
    string? ReviewedByName)
{
    public bool HasBaseMoved => BasedOn != Newest;

    internal static DraftSummary Of(PolicyDraft draft, int newest) => new(
        draft.Id,
        draft.PolicyId,
        draft.Title,
        draft.BasedOn,
        newest,
        draft.State,
        draft.Revision,
        draft.Digest,
        draft.Origin,
        draft.Editors,
        draft.EditedAt,
        draft.EditedByName,
        draft.SubmittedAt,
        draft.SubmittedByName,
        draft.Note,
        draft.ReviewComment,
        draft.ReviewedByName);
}

/// <summary>A draft in full, with what this actor may do with it.</summary>
/// <param name="Before">The version that it was begun from; null when there was none.</param>
/// <param name="Newest">The newest version; another than <paramref name="Before"/> when the base has moved on.</param>
/// <param name="Faults">What is wrong with it as it stands.</param>
/// <param name="Uncovered">Action types that would be left without any policy if it were published.</param>
public sealed record DraftView(
    DraftSummary Summary,
    PolicyDocument Document,
    PolicyDocument? Before,
    PolicyDocument? Newest,
    IReadOnlyList<PolicyFault> Faults,
    IReadOnlyList<string> Uncovered)
{
    /// <summary>Whether this actor may write in it now.</summary>
    public required bool MayEdit { get; init; }

    /// <summary>Null when this actor may publish it or send it back, else why not.</summary>
    public required PolicyRefusal? ReviewRefusal { get; init; }
}
