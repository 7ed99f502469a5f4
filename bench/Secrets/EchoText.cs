using System.Globalization;
using System.Net;
using System.Text;

namespace OpsConsole.Bench.Secrets;

/// <summary>What a careless program says about a request that it did not like: everything that it was sent, the credential first.</summary>
internal static class EchoText
{
    /// <summary>The request with its credential, and the credential in the forms in which programs write such things.</summary>
    public static string Of(EchoRequest request, string credential)
    {
        var bytes = Encoding.UTF8.GetBytes(credential);
        return $"Incorrect API key provided: {credential}. Received: {request.Head.Replace("\r\n", " | ", StringComparison.Ordinal)}"
            + $" base64={Convert.ToBase64String(bytes)} moved={Convert.ToBase64String([(byte)'\0', .. bytes])} more={Convert.ToBase64String([(byte)'a', (byte)'\0', .. bytes])}"
            + $" url={Uri.EscapeDataString(credential)} hex={Convert.ToHexStringLower(bytes)} html={WebUtility.HtmlEncode(credential)} all={Escaped(credential)} loud={credential.ToUpperInvariant()}";
    }

    /// <summary>Every character as a JSON escape.</summary>
    public static string Escaped(string text) => string.Concat(text.Select(letter => $"\\u{((int)letter).ToString("x4", CultureInfo.InvariantCulture)}"));

    /// <summary>As it can stand in a header.</summary>
    public static string OneLine(string text) => string.Concat(text.Where(letter => letter is >= ' ' and <= '~'));
}
