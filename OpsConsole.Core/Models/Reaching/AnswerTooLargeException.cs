namespace OpsConsole.Core.Models.Reaching;

/// <summary>The answer was broken off because it is larger than is read.</summary>
internal sealed class AnswerTooLargeException(long most) : IOException($"The answer is larger than {most} bytes.");
