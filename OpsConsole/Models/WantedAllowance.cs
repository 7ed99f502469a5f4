namespace OpsConsole.Models;

/// <summary>Where cases of a type are to be sent; null for both lists means everywhere.</summary>
public sealed record WantedAllowance(string CaseType, IReadOnlyList<string>? Providers, IReadOnlyList<string>? Regions);
