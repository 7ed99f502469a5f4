namespace OpsConsole.Controls;

/// <summary>One tab: it has an address, so that it can be sent to a colleague.</summary>
public sealed record TabLink(string Text, string Href, bool IsCurrent, int? Count = null);
