using Microsoft.AspNetCore.Components;
using OpsConsole.Core.Cases;

namespace OpsConsole.Cases;

/// <summary>A note for colleagues, or the drafted reply. A draft is kept when the field is left; nothing is sent.</summary>
public sealed partial class CaseComposer
{
    private static readonly IReadOnlyList<(string, string)> Modes = [("reply", "Reply"), ("note", "Note")];
    private string? _typed;
    private string? _saved;
    private string _mode = "reply";
    private string _note = "";
    private ErrorText? _refusal;

    [Parameter, EditorRequired]
    public required Case Case { get; set; }

    [Parameter, EditorRequired]
    public required CaseCommands Commands { get; set; }

    /// <summary>What was typed here wins over what preparation wrote meanwhile.</summary>
    private string Draft => _typed ?? Case.Draft;

    protected override void OnInitialized() => _mode = Case.Draft.Length > 0 ? "reply" : "note";

    private async Task SaveDraftAsync(ChangeEventArgs input)
    {
        _typed = input.Value?.ToString() ?? "";
        _refusal = await Commands.SaveDraftAsync(Case, _typed, CancellationToken.None);
        _saved = _refusal is null ? "Draft kept." : null;
    }

    private async Task AddNoteAsync()
    {
        _refusal = await Commands.NoteAsync(Case, _note, CancellationToken.None);
        if (_refusal is null)
        {
            _note = "";
        }
    }
}
