using System.Diagnostics.CodeAnalysis;

namespace OpsConsole.Core.Foundation.Text;

/// <summary>Texts that come from anywhere, as they can be kept.</summary>
public static class WholeText
{
    /// <summary>
    /// Without U+0000, at which databases and other programs end a text, so that nobody would see what follows: in its place stands the
    /// replacement character, and nothing is lost.
    /// </summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Of(string? text) => text?.Replace('\0', '\uFFFD');
}
