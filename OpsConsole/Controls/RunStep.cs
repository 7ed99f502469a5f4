namespace OpsConsole.Controls;

/// <summary>One state that a run went through, is in, or comes to.</summary>
/// <param name="At">When; null for what has not happened.</param>
/// <param name="IsNow">The state it is in.</param>
/// <param name="IsNext">It has not happened yet.</param>
public sealed record RunStep(string Text, DateTimeOffset? At, string Glyph = "ack", Tone Tone = Tone.Good, bool IsNow = false, bool IsNext = false);
