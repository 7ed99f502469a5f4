namespace OpsConsole.Actions;

/// <summary>How approving behaves on screen. Bound to the section <c>Approvals</c>.</summary>
public sealed class ApprovalOptions
{
    /// <summary>From this amount on, approving asks once more, whatever the currency; what cannot be undone always does.</summary>
    public decimal ConfirmFrom { get; set; } = 100;
}
