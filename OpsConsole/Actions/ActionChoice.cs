namespace OpsConsole.Actions;

/// <summary>What a person presses on a card.</summary>
public enum ActionChoice
{
    /// <summary>Carry it out as it stands.</summary>
    Approve,

    /// <summary>Change its parameters; the verdict follows.</summary>
    Edit,

    /// <summary>Say no, with a reason.</summary>
    Reject,

    /// <summary>Propose the compensation.</summary>
    Undo,

    /// <summary>Say what became of it, because no look can tell.</summary>
    Reconcile,
}
