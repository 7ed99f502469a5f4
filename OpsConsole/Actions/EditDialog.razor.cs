using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using OpsConsole.Controls;
using OpsConsole.Core.Actions;
using OpsConsole.Core.Actions.Deciding;
using OpsConsole.Core.Actions.Proposing;

namespace OpsConsole.Actions;

/// <summary>A form from the parameters' schema; each pause in typing asks what the rules say to it now.</summary>
public sealed partial class EditDialog(TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private readonly CancellationTokenSource _leaving = new();
    private CancellationTokenSource? _waiting;
    private JsonObject _proposed = [];
    private JsonObject? _typed;
    private Assessment? _found;
    private ErrorText? _refusal;

    [Parameter, EditorRequired]
    public required ActionView View { get; set; }

    /// <summary>Says what an edit would be, without storing it.</summary>
    [Parameter, EditorRequired]
    public required Func<JsonObject, CancellationToken, Task<EditOutcome?>> Preview { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<JsonObject> OnConfirm { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    private IReadOnlyList<DiffLine> Differences => _found is null ? [] :
    [
        .. Changed("Verdict", View.Look().Word, StatusLook.Of(_found.Verdict).Word),
        .. Changed("At stake", Phrase.Money(View.Action.Amount, View.Action.Currency), Phrase.Money(_found.Amount, _found.Currency)),
        .. _found.Preview.SelectMany((row, index) => index < View.Preview.Count ? Changed(row.Label, View.Preview[index].After, row.After) : []),
    ];

    public void Dispose()
    {
        _waiting?.Cancel();
        _waiting?.Dispose();
        _leaving.Cancel();
        _leaving.Dispose();
    }

    protected override void OnInitialized() => _proposed = ActionJson.ReadObject(View.Action.ParametersJson);

    /// <summary>Whether a person gives the value now, and not what it was proposed by.</summary>
    private bool IsTyped(string name) => _typed is { } typed && !JsonNode.DeepEquals(typed[name], _proposed[name]);

    private static IEnumerable<DiffLine> Changed(string label, string was, string now) => was == now ? [] : [new DiffLine(label, was, now)];

    private async Task TypeAsync(JsonObject? typed)
    {
        (_typed, _found, _refusal) = (typed, null, null);
        await (_waiting?.CancelAsync() ?? Task.CompletedTask);
        if (typed is null)
        {
            return;
        }

        _waiting?.Dispose();
        _waiting = CancellationTokenSource.CreateLinkedTokenSource(_leaving.Token);
        var waiting = _waiting.Token;
        try
        {
            await Task.Delay(Pause, clock, waiting);
            Show(await Preview(typed, waiting));
        }
        catch (OperationCanceledException) when (waiting.IsCancellationRequested)
        {
            // More was typed, or the dialog was left.
        }
    }

    private void Show(EditOutcome? outcome)
    {
        _found = (outcome as EditOutcome.Previewed)?.Found;
        _refusal = outcome switch
        {
            null => ErrorText.SignedOut,
            EditOutcome.Refused refused => ActionErrorText.Of(refused.Refusal),
            _ => null,
        };
    }
}
