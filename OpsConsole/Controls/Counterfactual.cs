namespace OpsConsole.Controls;

/// <summary>If this held, that verdict would follow.</summary>
public sealed record Counterfactual(string If, StatusLook Then);
