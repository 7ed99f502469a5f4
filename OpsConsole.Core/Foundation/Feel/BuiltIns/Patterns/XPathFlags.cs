namespace OpsConsole.Core.Foundation.Feel.BuiltIns.Patterns;

/// <summary>How a pattern is meant (XPath and XQuery Functions and Operators 3.1, 5.6.2).</summary>
/// <param name="AnyLine"><c>s</c>: a point matches the ends of lines too.</param>
/// <param name="EachLine"><c>m</c>: <c>^</c> and <c>$</c> match at each line.</param>
/// <param name="IgnoreCase"><c>i</c>: capital and small letters are the same.</param>
/// <param name="Spaced"><c>x</c>: white space in the pattern does not count.</param>
/// <param name="Literal"><c>q</c>: every character of the pattern stands for itself.</param>
internal readonly record struct XPathFlags(bool AnyLine, bool EachLine, bool IgnoreCase, bool Spaced, bool Literal)
{
    public static XPathFlags? TryRead(string text) => text.AsSpan().ContainsAnyExcept("smixq")
        ? null
        : new XPathFlags(Has(text, 's'), Has(text, 'm'), Has(text, 'i'), Has(text, 'x'), Has(text, 'q'));

    private static bool Has(string text, char flag) => text.Contains(flag, StringComparison.Ordinal);
}
