using OpsConsole.Controls;

namespace OpsConsole.Policies.Drafting;

/// <summary>One line of the findings, with what can be done about it.</summary>
/// <param name="Head">The first words: <c>Gap</c>, <c>R9 amount</c>.</param>
/// <param name="Does">The word of the button; null when nothing can be done here.</param>
/// <param name="DoAsync">What the button does.</param>
public sealed record FindingLine(Tone Tone, string Glyph, string Head, string Sentence, string? Does, Func<Task>? DoAsync, Func<Task>? GoAsync = null);
