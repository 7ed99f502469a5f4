using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Connectors.Connecting;

namespace OpsConsole.Connectors;

/// <summary>What is to be tried: a read operation with its arguments, or a record.</summary>
public sealed record TriedRead(string? Operation, JsonObject Arguments, string Collection, string Id);

/// <summary>A form for one read of a system, and what it answered.</summary>
public sealed partial class TestPanel
{
    private readonly JsonObject _empty = [];
    private string _chosen = "";
    private JsonObject? _arguments = [];
    private string _collection = "";
    private string _id = "";

    [Parameter, EditorRequired]
    public required IReadOnlyList<SystemOperation> Reads { get; set; }

    /// <summary>The record that the page was opened for, if any.</summary>
    [Parameter]
    public RecordRef? Record { get; set; }

    /// <summary>The operation that is selected beside it, if it is a read.</summary>
    [Parameter]
    public string? Operation { get; set; }

    [Parameter]
    public TestOutcome? Answer { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<TriedRead> OnRead { get; set; }

    private SystemOperation? Chosen => Reads.FirstOrDefault(read => read.Name == _chosen);

    private string? _followed;

    protected override void OnParametersSet()
    {
        var follow = Record?.ToString() ?? Operation;
        if (follow == _followed)
        {
            return;
        }

        _followed = follow;
        (_collection, _id) = (Record?.Collection ?? _collection, Record?.Id ?? _id);
        _chosen = Record is null && Reads.Any(read => read.Name == Operation) ? Operation! : "";
        _arguments = [];
    }

    private void Choose(ChangeEventArgs input) => (_chosen, _arguments) = (input.Value?.ToString() ?? "", []);

    private Task ReadAsync() => OnRead.InvokeAsync(new TriedRead(Chosen?.Name, _arguments ?? [], _collection.Trim(), _id.Trim()));
}
