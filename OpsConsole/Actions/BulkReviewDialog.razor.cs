using Microsoft.AspNetCore.Components;
using OpsConsole.Controls;
using OpsConsole.Core.Actions;

namespace OpsConsole.Actions;

/// <summary>Several approvals of one group, after their sum and each of them was shown. It keeps what was seen when it opened.</summary>
public sealed partial class BulkReviewDialog
{
    private readonly Dictionary<Guid, ErrorText> _refused = [];
    private bool _isBusy;
    private bool _isDone;

    [Parameter, EditorRequired]
    public required IReadOnlyList<ActionView> Actions { get; set; }

    [Parameter, EditorRequired]
    public required ActionCommands Commands { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    private string Title => $"Approve {Phrase.Count(Actions.Count, "action")}?";

    private long Total => Actions.Sum(view => view.Action.Amount);

    private async Task ApproveAsync()
    {
        if (_isBusy)
        {
            return;
        }

        _isBusy = true;
        foreach (var view in Actions)
        {
            if (await Commands.ApproveAsync(view, [], CancellationToken.None) is { } refusal)
            {
                _refused[view.Action.Id] = refusal;
            }

            StateHasChanged();
        }

        (_isBusy, _isDone) = (false, true);
    }
}
