using System.Text.Json;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies.Documents;

namespace OpsConsole.Core.Policies.Authoring;

/// <summary>Somebody who had a hand in a draft.</summary>
public sealed record DraftEditor(string Id, string Name);

/// <summary>A policy in the making. Several drafts of one policy may stand side by side; the first that is published moves the base of the others.</summary>
public sealed class PolicyDraft
{
    public required Guid Id { get; init; }

    /// <summary>The id that the document says; of a draft of a published policy it stays the same.</summary>
    public required string PolicyId { get; set; }

    /// <summary>The version that it is to succeed; 0 when there is none yet.</summary>
    public required int BasedOn { get; set; }

    public required DraftState State { get; set; }

    /// <summary>Grows with each change; who saves names the one that was on the screen.</summary>
    public required int Revision { get; set; }

    public required string Title { get; set; }

    /// <summary>JSON of the <see cref="PolicyDocument"/>.</summary>
    public required string DocumentJson { get; set; }

    /// <summary>The text as it was frozen for review, and its digest; empty while it is being written.</summary>
    public required string Text { get; set; }

    public required string Digest { get; set; }

    /// <summary>The file that a version made of it is to be called by.</summary>
    public required string File { get; set; }

    /// <summary>The pack whose changed file it holds unedited; empty for what people wrote.</summary>
    public required string Origin { get; set; }

    /// <summary>JSON array of everybody who wrote in it or submitted it: none of them publishes it.</summary>
    public required string EditorsJson { get; set; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset EditedAt { get; set; }

    public required string EditedBy { get; set; }

    public required string EditedByName { get; set; }

    public DateTimeOffset? SubmittedAt { get; set; }

    public string? SubmittedBy { get; set; }

    public string? SubmittedByName { get; set; }

    /// <summary>What the submitter says to the second person; becomes the version's note.</summary>
    public required string Note { get; set; }

    public DateTimeOffset? ReviewedAt { get; set; }

    public string? ReviewedBy { get; set; }

    public string? ReviewedByName { get; set; }

    /// <summary>Why it was sent back the last time.</summary>
    public string? ReviewComment { get; set; }

    public PolicyDocument Document => DocumentJson.Length == 0 ? throw new JsonException("A draft has no document.") : Documents.DocumentJson.Read(DocumentJson);

    public IReadOnlyList<DraftEditor> Editors => JsonSerializer.Deserialize<List<DraftEditor>>(EditorsJson) ?? [];

    public static PolicyDraft New(Guid id, PolicyDocument document, int basedOn, Actor by, DateTimeOffset at) => new()
    {
        Id = id,
        PolicyId = document.Id,
        BasedOn = basedOn,
        State = DraftState.Working,
        Revision = 1,
        Title = document.Title,
        DocumentJson = Documents.DocumentJson.Write(document),
        Text = "",
        Digest = "",
        File = $"{document.Id}.yaml",
        Origin = "",
        EditorsJson = JsonSerializer.Serialize<List<DraftEditor>>([new DraftEditor(by.Id, by.Name)]),
        StartedAt = at,
        EditedAt = at,
        EditedBy = by.Id,
        EditedByName = by.Name,
        Note = "",
    };

    /// <summary>Takes over a text. It is no longer a pack's.</summary>
    public void Edit(PolicyDocument document, Actor by, DateTimeOffset at)
    {
        DocumentJson = Documents.DocumentJson.Write(document);
        PolicyId = document.Id;
        Title = document.Title;
        File = $"{document.Id}.yaml";
        Origin = "";
        EditedAt = at;
        EditedBy = by.Id;
        EditedByName = by.Name;
        Revision++;
        Involve(by);
    }

    /// <summary>Freezes the text for a second person.</summary>
    public void Submit(string text, string note, Actor by, DateTimeOffset at)
    {
        State = DraftState.InReview;
        Text = text;
        Digest = PolicyReader.Digest(text);
        Note = note;
        SubmittedAt = at;
        SubmittedBy = by.Id;
        SubmittedByName = by.Name;
        ReviewComment = null;
        Revision++;
        Involve(by);
    }

    /// <summary>Gives it back to be written, with what the second person said.</summary>
    public void Reopen(Actor by, string? comment, DateTimeOffset at)
    {
        State = DraftState.Working;
        Text = "";
        Digest = "";
        Revision++;
        if (comment is not null)
        {
            ReviewComment = comment;
            ReviewedAt = at;
            ReviewedBy = by.Id;
            ReviewedByName = by.Name;
        }
    }

    public void End(DraftState state, Actor by, DateTimeOffset at)
    {
        State = state;
        Revision++;
        ReviewedAt = at;
        ReviewedBy = by.Id;
        ReviewedByName = by.Name;
    }

    /// <summary>Whether somebody wrote in it or submitted it, at whatever time.</summary>
    public bool HasHandIn(Actor actor) => Editors.Any(editor => editor.Id == actor.Id);

    private void Involve(Actor by)
    {
        if (!HasHandIn(by))
        {
            EditorsJson = JsonSerializer.Serialize<List<DraftEditor>>([.. Editors, new DraftEditor(by.Id, by.Name)]);
        }
    }
}
