using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using OpsConsole.Controls;
using OpsConsole.Core.Policies.Documents;

namespace OpsConsole.Policies.Editing;

/// <summary>
/// Shows a <see cref="PolicySheet"/> and works it by keyboard, pointer and clipboard, as spreadsheets do. The focus stays on the grid, which
/// names its active cell; while a cell is edited it is in one input laid over the cell. The script opens that input itself, so that no letter
/// is lost on the way to the server; what the letters mean is decided here.
/// </summary>
public sealed partial class SheetGrid(IJSRuntime script) : IAsyncDisposable
{
    private readonly string _id = ElementIds.Next("sheet");
    private readonly BrowserPart _sheet = new("attach", "detach");
    private ElementReference _root;
    private DotNetObjectReference<SheetGrid>? _self;
    private IReadOnlyList<int> _widths = [];
    private RowWindow _window;
    private PolicyDocument? _measured;
    private string _said = "";
    private int _firstInSight;
    private int _drawn;

    [Parameter, EditorRequired]
    public required PolicySheet Sheet { get; set; }

    [Parameter]
    public SheetMarks Marks { get; set; } = SheetMarks.None;

    /// <summary>What expressions may name.</summary>
    [Parameter]
    public IReadOnlyList<CompletionWord> Words { get; set; } = [];

    /// <summary>It can be read and copied from, and nothing more.</summary>
    [Parameter]
    public bool ReadOnly { get; set; }

    /// <summary>The document has changed.</summary>
    [Parameter]
    public EventCallback OnChanged { get; set; }

    /// <summary>Another cell is active. No event callback, because whoever hears it need not be drawn anew with each key.</summary>
    [Parameter]
    public Action? Moved { get; set; }

    /// <summary>The whole of a row is asked for, by its place.</summary>
    [Parameter]
    public EventCallback<int> OnOpenRule { get; set; }

    /// <summary>The whole of a column is asked for, by its input.</summary>
    [Parameter]
    public EventCallback<int> OnOpenInput { get; set; }

    private PolicyDocument Document => Sheet.Document;

    private string ListId => $"{_id}-list";

    private string FaultId => $"{_id}-fault";

    /// <summary>What the active cell is called: <c>R9 amount</c>.</summary>
    private string ActiveName => Sheet.Active.Row < 0 || Sheet.Active.Row >= Sheet.Rows
        ? Sheet.ActiveColumn.Heading(Document)
        : $"{Document.Rules[Sheet.Active.Row].Id} {Sheet.ActiveColumn.Heading(Document)}";

    /// <summary>Where Tab leaves the sheet instead of stepping on.</summary>
    private string? End => Sheet.Active is { Row: SheetCell.Head, Column: 0 } ? "first" : Sheet.Active == new SheetCell(Sheet.Rows - 1, Sheet.Columns - 1) ? "last" : null;

    /// <summary>Makes a cell active, brings it into sight and gives it the focus, as a finding's link does.</summary>
    public async Task GoAsync(SheetCell cell)
    {
        Sheet.Go(cell);
        ShowMoved();
        StateHasChanged();
        await _sheet.CallAsync("show");
    }

    public async ValueTask DisposeAsync()
    {
        await _sheet.DisposeAsync();
        _self?.Dispose();
    }

    protected override void OnParametersSet()
    {
        Measure();
        ShowCell();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            await _sheet.BeginAsync(script, Assets["js/sheet.js"], _root, _self);
        }
    }

    private void Measure()
    {
        _drawn++;
        _window = RowWindow.Of(Sheet.Rows, _firstInSight);
        if (!ReferenceEquals(_measured, Document))
        {
            (_widths, _measured) = (SheetWidths.Of(Document), Document);
        }
    }

    /// <summary>After the active cell moved by key: its row must be among those on the page.</summary>
    private void ShowMoved()
    {
        if (Sheet.Active.Row >= 0 && !_window.Holds(Sheet.Active.Row))
        {
            _firstInSight = Math.Max(0, Sheet.Active.Row - 8);
        }

        Measure();
        ShowCell();
        Moved?.Invoke();
    }

    private async Task ChangedAsync()
    {
        await OnChanged.InvokeAsync();
        ShowMoved();
    }

    private string CellId(SheetCell cell) => $"{_id}-{cell.Row}-{cell.Column}";

    private string HeadClass(SheetCell cell, SheetColumn column) =>
        $"{(column.Kind == SheetColumnKind.Verdict ? "is-out " : "")}{(Sheet.Active == cell ? "is-active " : "")}{(Marks.FaultsAt(cell, column).Any() ? "is-error" : "")}";

    private string Explains(SheetColumn column) => column.Kind switch
    {
        SheetColumnKind.Input => Document.Inputs[column.Input].Expression,
        SheetColumnKind.Verdict => "verdict, approver",
        SheetColumnKind.Demands => "demands",
        SheetColumnKind.Reason => "what people read",
        SheetColumnKind.Cites => "citation",
        _ => "",
    };

    private static string Shown(string heading) => heading.Length == 0 ? "no name" : char.ToUpperInvariant(heading[0]) + heading[1..];
}
