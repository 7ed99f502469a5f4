namespace OpsConsole.Policies.Editing;

/// <summary>Something that can be named in an expression: a path such as <c>order.status</c>, with what it is.</summary>
public sealed record CompletionWord(string Text, string What);
