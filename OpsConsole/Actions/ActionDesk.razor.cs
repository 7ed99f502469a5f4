using Microsoft.AspNetCore.Components;
using OpsConsole.Core.Actions;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Policies.Replaying;

namespace OpsConsole.Actions;

/// <summary>Cards with what can be done about them. A dialog keeps the action as it was when it opened: what is decided is what was seen.</summary>
public sealed partial class ActionDesk
{
    private readonly Dictionary<Guid, ErrorText> _refusals = [];
    private (ActionView View, ActionChoice Choice)? _open;
    private Guid? _busy;

    [Parameter, EditorRequired]
    public required IReadOnlyList<ActionView> Shown { get; set; }

    [Parameter, EditorRequired]
    public required ActionCommands Commands { get; set; }

    [Parameter, EditorRequired]
    public required ApprovalOptions Options { get; set; }

    /// <summary>Why policies decided so, by decision.</summary>
    [Parameter]
    public IReadOnlyDictionary<long, DecisionTrace> Traces { get; set; } = ActionTraces.None;

    /// <summary>The card that keys mean: the first that this person may approve, else the first that is still open.</summary>
    private ActionView? Focus => Shown.FirstOrDefault(view => view.ApproveRefusal is null) ?? Shown.FirstOrDefault(view => view.IsOpen());

    private Task ChooseAsync((ActionView View, ActionChoice Choice) chosen)
    {
        _refusals.Remove(chosen.View.Action.Id);
        switch (chosen.Choice)
        {
            case ActionChoice.Approve when !AsksOnce(chosen.View):
                return RunAsync(chosen.View, () => Commands.ApproveAsync(chosen.View, [], CancellationToken.None));
            case ActionChoice.Undo:
                return RunAsync(chosen.View, () => Commands.UndoAsync(chosen.View, CancellationToken.None));
            default:
                _open = chosen;
                return Task.CompletedTask;
        }
    }

    private bool AsksOnce(ActionView view) =>
        view.Verdict.Attach.Count > 0
        || view.Reversibility() is ReversibilityClass.Irreversible or ReversibilityClass.ReversibleByOtherSide
        || view.Action.Amount >= Options.ConfirmFrom * 100;

    /// <summary>One command at a time. It is not tied to the page: whoever pressed and then left has pressed.</summary>
    private async Task RunAsync(ActionView view, Func<Task<ErrorText?>> command)
    {
        if (_busy is not null)
        {
            return;
        }

        (_open, _busy) = (null, view.Action.Id);
        try
        {
            if (await command() is { } refusal)
            {
                _refusals[view.Action.Id] = refusal;
            }
        }
        finally
        {
            _busy = null;
        }
    }

    private DecisionTrace? TraceOf(ActionView view) => view.Action.DecisionId is { } id ? Traces.GetValueOrDefault(id) : null;

    private void Close() => _open = null;
}
