using Microsoft.AspNetCore.Components;
using OpsConsole.Controls;
using OpsConsole.Core.Policies;
using OpsConsole.Core.Policies.Documents;

namespace OpsConsole.Policies.Editing;

/// <summary>What a policy is apart from its table: its name, its owner, what it governs and when.</summary>
public sealed partial class DocumentDialog
{
    private readonly string _form = ElementIds.Next("document");
    private readonly List<string> _types = [];
    private readonly List<string> _cases = [];
    private readonly List<DocumentInput> _given = [];
    private string _title = "";
    private string _id = "";
    private string _owner = "";
    private string _source = "";
    private DateOnly? _from;
    private DateOnly? _until;
    private bool _all;
    private bool _isNamed;

    [Parameter, EditorRequired]
    public required string Heading { get; set; }

    [Parameter]
    public string? Sub { get; set; }

    [Parameter, EditorRequired]
    public required string Confirm { get; set; }

    [Parameter, EditorRequired]
    public required PolicyDocument Document { get; set; }

    /// <summary>A published policy keeps its id.</summary>
    [Parameter]
    public bool IdIsFixed { get; set; }

    [Parameter]
    public bool ReadOnly { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<(string Id, string Name)> ActionTypes { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<(string Id, string Name)> CaseTypes { get; set; }

    /// <summary>What expressions may name.</summary>
    [Parameter]
    public IReadOnlyList<CompletionWord> Words { get; set; } = [];

    [Parameter]
    public ErrorText? Refusal { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<PolicyDocument> OnConfirm { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    protected override void OnInitialized()
    {
        (_title, _id, _owner, _source, _from, _until) = (Document.Title, Document.Id, Document.Owner, Document.Source, Document.From, Document.Until);
        _isNamed = _id.Length > 0;
        _all = Document.ActionTypes.Contains(Policy.AllActionTypes);
        _types.AddRange(Document.ActionTypes.Where(type => type != Policy.AllActionTypes));
        _cases.AddRange(Document.CaseTypes);
        _given.AddRange(Document.Given);
    }

    private static void Toggle(List<string> chosen, string id)
    {
        if (!chosen.Remove(id))
        {
            chosen.Add(id);
        }
    }

    private void NameIt(string? id) => (_id, _isNamed) = (id ?? "", true);

    /// <summary>Until somebody writes an id, it follows the title.</summary>
    private void Title(string? title)
    {
        _title = title ?? "";
        if (!_isNamed && !IdIsFixed)
        {
            var letters = _title.Trim().ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-');
            _id = string.Join('-', string.Concat(letters).Split('-', StringSplitOptions.RemoveEmptyEntries));
        }
    }

    private Task ConfirmAsync() => OnConfirm.InvokeAsync(Document with
    {
        Id = _id.Trim(),
        Title = _title.Trim(),
        Owner = _owner.Trim(),
        Source = _source.Trim(),
        ActionTypes = _all ? [Policy.AllActionTypes] : [.. _types],
        CaseTypes = [.. _cases],
        Given = [.. _given],
        From = _from,
        Until = _until,
    });
}
