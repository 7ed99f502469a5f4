namespace OpsConsole.Core.Preparation.Classifying;

/// <summary>A message whose case type is known.</summary>
public sealed record Example(string Text, string CaseType);
