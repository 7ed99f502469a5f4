using Microsoft.AspNetCore.Components;
using OpsConsole.Controls;
using OpsConsole.Core.Foundation.Feel;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies.Documents;

namespace OpsConsole.Policies.Editing;

/// <summary>The whole of one row as a form: for what a cell is too small for, and for screens that are too small for the table.</summary>
public sealed partial class RuleDialog
{
    private readonly string _form = ElementIds.Next("rule");
    private string[] _cells = [];
    private List<string> _notify = [];
    private string _id = "";
    private string _cites = "";
    private string _verdict = "";
    private string _reason = "";
    private string _expires = "";
    private string _attach = "";
    private int _quorum = 1;
    private bool _noSelf;
    private bool _blind;

    [Parameter, EditorRequired]
    public required PolicyDocument Document { get; set; }

    [Parameter, EditorRequired]
    public required DocumentRule Rule { get; set; }

    [Parameter]
    public bool ReadOnly { get; set; }

    [Parameter]
    public EventCallback<DocumentRule> OnConfirm { get; set; }

    [Parameter]
    public EventCallback OnRemove { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    /// <summary>Every role of people, and what the row names beyond them.</summary>
    private IEnumerable<string> Notified => Roles.ForPeople.Union(Rule.Notify);

    protected override void OnInitialized()
    {
        _cells = [.. Rule.Cells];
        _notify = [.. Rule.Notify];
        (_id, _cites, _reason, _expires) = (Rule.Id, Rule.Cites, Rule.Reason, Rule.Expires);
        (_quorum, _noSelf, _blind) = (Rule.Quorum, Rule.NoSelfApproval, Rule.Blind);
        _verdict = CellText.Read(Rule, new SheetColumn(SheetColumnKind.Verdict));
        _attach = string.Join('\n', Rule.Attach);
    }

    private string? CellFault(int column) =>
        _cells[column].Trim().Length == 0 || UnaryTests.TryCompile(_cells[column], out _, out var error) ? null : $"{char.ToUpperInvariant(error.Message[0])}{error.Message[1..]} (at {error.Position}).";

    private Task ConfirmAsync()
    {
        var rule = Rule with
        {
            Id = _id.Trim(),
            Cells = [.. _cells.Select(cell => cell.Trim() is { Length: > 0 } test ? test : CellText.Any)],
            Quorum = _quorum,
            NoSelfApproval = _noSelf,
            Blind = _blind,
            Expires = _expires.Trim(),
            Notify = _notify,
            Attach = [.. _attach.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
            Reason = _reason.Trim(),
            Cites = _cites.Trim(),
        };
        return OnConfirm.InvokeAsync(CellText.Write(rule, new SheetColumn(SheetColumnKind.Verdict), _verdict, out _)!);
    }
}
