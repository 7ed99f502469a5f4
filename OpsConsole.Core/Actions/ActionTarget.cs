namespace OpsConsole.Core.Actions;

/// <summary>A record that an action changes. While it is held no other action on the same record is taken; the database has one holder per record.</summary>
public sealed class ActionTarget
{
    public required Guid ActionId { get; init; }

    /// <summary>Such as <c>sandbox/orders/W-23187</c>.</summary>
    public required string Target { get; init; }

    /// <summary>True from the claim until the effect has been seen, or it is certain that there is none.</summary>
    public bool Held { get; set; }
}
