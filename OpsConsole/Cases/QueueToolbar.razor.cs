using Microsoft.AspNetCore.Components;
using OpsConsole.Core.Cases.Searching;
using OpsConsole.Core.Workflow;

namespace OpsConsole.Cases;

/// <summary>What narrows the list, and the fields to narrow it further. Every choice is another address.</summary>
public sealed partial class QueueToolbar
{
    private bool _isOpen;

    [Parameter, EditorRequired]
    public required CaseList List { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<WorkFilter> Filters { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<CaseType> Types { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<CaseList> OnChange { get; set; }

    private string Sorted => List.Filter switch
    {
        { Text: not null } or { Scope: CaseScope.All } => "number, newest first",
        { Scope: CaseScope.Resolved } => "time of resolution, last first",
        _ => WorkFilter.Words(List.Order),
    };

    private Task Change(CaseFilter filter) => OnChange.InvokeAsync(List with { Filter = filter });

    private static string? Text(ChangeEventArgs change) => change.Value as string is { Length: > 0 } text ? text : null;

    private static T? Picked<T>(ChangeEventArgs change)
        where T : struct, Enum => CaseList.ReadOrNull<T>(Text(change));
}
