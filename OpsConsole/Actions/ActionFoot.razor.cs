using Microsoft.AspNetCore.Components;
using OpsConsole.Core.Actions;

namespace OpsConsole.Actions;

/// <summary>The buttons of a card. Only for the eye: the handlers decide again, whatever a page shows.</summary>
public sealed partial class ActionFoot
{
    [Parameter, EditorRequired]
    public required ActionView View { get; set; }

    [Parameter]
    public bool IsFocus { get; set; }

    [Parameter]
    public bool IsBusy { get; set; }

    [Parameter]
    public EventCallback<(ActionView View, ActionChoice Choice)> OnChoose { get; set; }

    /// <summary>Whether there is anything to press, or to say about why there is not.</summary>
    public static bool Offers(ActionView view) =>
        view.ApproveRefusal is null || view.MayEdit || view.MayReject || view.MayUndo || view.MayReconcile || WhyNot(view) is not null;

    /// <summary>Why the button is not there, where that is worth saying.</summary>
    private static string? WhyNot(ActionView view) =>
        view.Action.State == ActionState.AwaitingApproval && view.ApproveRefusal is { } refusal ? ActionErrorText.Of(refusal).Sentence : null;

    private Task ChooseAsync(ActionChoice choice) => OnChoose.InvokeAsync((View, choice));
}
