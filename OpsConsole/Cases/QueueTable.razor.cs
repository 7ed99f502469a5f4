using Microsoft.AspNetCore.Components;
using OpsConsole.Controls;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Cases.Searching;

namespace OpsConsole.Cases;

/// <summary>One line for each case; on a phone two.</summary>
public sealed partial class QueueTable
{
    private static readonly StatusLook Preparing = new(Tone.Quiet, "running", "Preparing");

    [Parameter, EditorRequired]
    public required IReadOnlyList<CaseRow> Rows { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlySet<Guid> Selected { get; set; }

    /// <summary>The id of the person who looks, whose own cases are marked.</summary>
    [Parameter, EditorRequired]
    public required string? Me { get; set; }

    [Parameter, EditorRequired]
    public required CaseOrder Order { get; set; }

    /// <summary>Whether this list can be sorted; searches and resolved cases have one order.</summary>
    [Parameter, EditorRequired]
    public required bool CanSort { get; set; }

    [Parameter, EditorRequired]
    public required Func<string?, string?> TypeName { get; set; }

    [Parameter]
    public EventCallback<Guid> OnSelect { get; set; }

    [Parameter]
    public EventCallback<bool> OnSelectAll { get; set; }

    [Parameter]
    public EventCallback<CaseOrder> OnSort { get; set; }

    /// <summary>While nothing is proposed yet, the chip says why.</summary>
    private static StatusLook Look(CaseRow row) => row.Stage is CaseStage.Open or CaseStage.Prepare ? Preparing : StatusLook.Of(row.Best);

    private string? Sorted(CaseOrder order) => !CanSort || Order != order ? null : order is CaseOrder.Priority or CaseOrder.Oldest ? "descending" : "ascending";

    /// <summary>A head that sorts; pressed again it turns round where there is a way round.</summary>
    private RenderFragment Head(string text, CaseOrder first, CaseOrder again) => builder =>
    {
        if (!CanSort)
        {
            builder.AddContent(0, text);
            return;
        }

        builder.OpenElement(1, "button");
        builder.AddAttribute(2, "type", "button");
        builder.AddAttribute(3, "onclick", EventCallback.Factory.Create(this, () => OnSort.InvokeAsync(Order == first ? again : first)));
        builder.AddContent(4, text);
        if (Order == first || Order == again)
        {
            builder.OpenComponent<Icon>(5);
            builder.AddComponentParameter(6, nameof(Icon.Name), "chev-down");
            builder.AddComponentParameter(7, nameof(Icon.Small), true);
            builder.CloseComponent();
        }

        builder.CloseElement();
    };
}
