namespace OpsConsole.Core.Preparation.Understanding;

/// <summary>A word, number, identifier or punctuation mark of a message, with where it stands.</summary>
/// <param name="Word">Lower case.</param>
/// <param name="Stem">The word without its ending, so that <c>returned</c> and <c>returns</c> are one.</param>
/// <param name="Sentence">The number of its sentence, from 0.</param>
public sealed record Token(string Word, string Stem, int Start, int End, int Sentence)
{
    public bool IsPunctuation => Word.Length == 1 && !char.IsLetterOrDigit(Word[0]);
}
