using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using OpsConsole.Core.Foundation.Text;

namespace OpsConsole.Tests.Foundation.Text;

public sealed class SecretEchoTests
{
    private const string Secret = "Kq7.\"<&+/% é\\xY2-wNbv83";

    private static readonly byte[] Bytes = Encoding.UTF8.GetBytes(Secret);

    public static TheoryData<string, string> Forms => new()
    {
        { "as it is", Secret },
        { "loud", Secret.ToUpperInvariant() },
        { "JSON", JsonSerializer.Serialize(Secret)[1..^1] },
        { "JSON with little escaped", JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(Secret) },
        { "JSON within JSON", JsonSerializer.Serialize(JsonSerializer.Serialize(Secret)[1..^1])[1..^1] },
        { "JSON, every character", string.Concat(Secret.Select(letter => $"\\u{(int)letter:X4}")) },
        { "HTML", WebUtility.HtmlEncode(Secret) },
        { "HTML, every character", string.Concat(Secret.Select(letter => $"&#{(int)letter};")) },
        { "HTML in hex", string.Concat(Secret.Select(letter => $"&#x{(int)letter:x};")) },
        { "HTML within JSON", JsonSerializer.Serialize(WebUtility.HtmlEncode(Secret))[1..^1] },
        { "address", Uri.EscapeDataString(Secret) },
        { "form", WebUtility.UrlEncode(Secret) },
        { "wrong encoding", Encoding.Latin1.GetString(Bytes) },
        { "lossy encoding", Encoding.ASCII.GetString(Bytes) },
        { "lost letters", string.Concat(Secret.Where(char.IsAscii)) },
        { "hex", Convert.ToHexStringLower(Bytes) },
        { "parted hex", BitConverter.ToString(Bytes) },
        { "base64", Convert.ToBase64String(Bytes) },
        { "base64 after one", Convert.ToBase64String([1, .. Bytes]) },
        { "base64 after two", Convert.ToBase64String([1, 2, .. Bytes, 3]) },
        { "base64url", Convert.ToBase64String([1, .. Bytes]).Replace('+', '-').Replace('/', '_').TrimEnd('=') },
        { "base64 in an address", Uri.EscapeDataString(Convert.ToBase64String(Bytes)) },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Clean_SecretInAnyForm_IsCovered(string form, string written)
    {
        var clean = SecretEcho.Of(Secret).Clean($"They said: {written} (twice: {written})");

        Assert.True(clean.Split("[secret]").Length - 1 == 2, $"{form}: {clean}");
        Assert.StartsWith("They said: ", clean, StringComparison.Ordinal);
        Assert.Contains(" (twice: ", clean, StringComparison.Ordinal);
        Assert.DoesNotContain(written[4..12], clean, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Clean_JsonThatHoldsTheSecret_StaysJson()
    {
        var json = JsonSerializer.Serialize(new Dictionary<string, string> { [Secret] = $"a {Secret} b", ["other"] = "kept" });

        Assert.Equal("""{"[secret]":"a [secret] b","other":"kept"}""", SecretEcho.Of(Secret).Clean(json));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Nothing is said here, Kq7 least of all.")]
    [InlineData("50 % + 20 & more \\ %zz &; &#; \\u12")]
    public void Clean_NothingOfTheSecret_IsTheSame(string text) => Assert.Equal(text, SecretEcho.Of(Secret).Clean(text));

    [Fact]
    public void Clean_TextThatWasCutWithinTheSecret_IsCoveredToItsEnd() =>
        Assert.Equal("key: [secret]", SecretEcho.Of(Secret).Clean($"key: {Secret[..14]}"));

    [Fact]
    public void Clean_SecretThatIsAWord_IsLeft() => Assert.Equal("The admin asks.", SecretEcho.Of("admin").Clean("The admin asks."));

    [Fact]
    public void Clean_SeveralSecrets_AllAreCovered() =>
        Assert.Equal("[secret] and [secret]", SecretEcho.Of("user:Swordfish-77", "Swordfish-77").Clean("user:Swordfish-77 and swordfish-77"));

    [Fact]
    public void CleanSoFar_TextThatGrows_NeverShowsABeginning()
    {
        var (echo, whole) = (SecretEcho.Of(Secret), $"It is {Secret}, they say.");
        foreach (var length in Enumerable.Range(0, whole.Length))
        {
            var shown = echo.CleanSoFar(whole[..length]);
            Assert.DoesNotContain(Secret[..2], shown, StringComparison.Ordinal);
            Assert.StartsWith(shown, "It is [secret], they say.", StringComparison.Ordinal);
        }
    }
}
