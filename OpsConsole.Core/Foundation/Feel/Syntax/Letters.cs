namespace OpsConsole.Core.Foundation.Feel.Syntax;

/// <summary>The characters of names and of white space (DMN 1.5, grammar rules 28 to 30 and 61).</summary>
internal static class Letters
{
    public static bool IsBlank(char letter) => char.IsWhiteSpace(letter) || letter is '\u180E' or '\u200B' or '\uFEFF';

    /// <summary>Letters, and the planes beyond the first, whose characters come as two halves.</summary>
    public static bool CanBeginName(char letter) => letter == '_' || char.IsLetter(letter) || char.IsSurrogate(letter) || (!IsBlank(letter) && letter is (>= '\u0370' and <= '\u037D') or (>= '\u037F' and <= '\u1FFF') or '\u200C' or '\u200D' or (>= '\u2070' and <= '\u218F')
        or (>= '\u2C00' and <= '\u2FEF') or (>= '\u3001' and <= '\uD7FF') or (>= '\uF900' and <= '\uFDCF') or (>= '\uFDF0' and <= '\uFFFD' and not '\uFEFF'));

    public static bool CanBeInName(char letter) =>
        CanBeginName(letter) || char.IsDigit(letter) || letter is '\u00B7' or (>= '\u0300' and <= '\u036F') or '\u203F' or '\u2040';
}
