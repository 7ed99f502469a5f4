namespace OpsConsole.Core.Actions;

/// <summary>One thing that a rule asks an approver to hand in.</summary>
/// <param name="Name">As the rule calls it, such as <c>photo of the damage</c>.</param>
/// <param name="Content">A text, or the address where it lies.</param>
public sealed record Attachment(string Name, string Content);
