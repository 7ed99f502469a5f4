using System.Text;

namespace OpsConsole.Core.Foundation.Text;

/// <summary>
/// Takes a secret out of what comes back from whoever was sent it. Programs say such things when they fail:
/// <c>Incorrect API key provided: sk-…</c>, or the whole request with its headers. It is found whatever its case, escaped as in JSON, HTML
/// or an address, in base64 wherever it begins, in hex, and at the end of a text that was cut within it.
/// </summary>
public sealed class SecretEcho
{
    /// <summary>What stands in its place.</summary>
    public const string Cover = "[secret]";

    /// <summary>Shorter ones are not looked for: what is left of a text without every "admin" in it is worth nothing.</summary>
    public const int Least = 8;

    /// <summary>How often JSON can stand in a text of JSON and still be read.</summary>
    private const int DeepestJson = 3;

    /// <summary>Where nothing secret was sent.</summary>
    public static readonly SecretEcho None = new([]);

    private readonly IReadOnlyList<EchoForm> _forms;

    private SecretEcho(IReadOnlyList<EchoForm> forms) => _forms = forms;

    /// <param name="secrets">The secret and what else of it must not be said, such as the password alone.</param>
    public static SecretEcho Of(params IEnumerable<string?> secrets) =>
        new([.. secrets.OfType<string>().Where(secret => secret.Length >= Least).Distinct(StringComparer.Ordinal).SelectMany(EchoForm.Of)]);

    public string Clean(string text) => Cut(text, Places(text, isGrowing: false));

    /// <summary>The same for a text that is still growing: what may be the beginning of the secret is left out until more has come.</summary>
    public string CleanSoFar(string text)
    {
        var places = Places(text, isGrowing: true);
        return places.Count > 0 && places[^1] is { IsWhole: false } last ? Cut(text[..last.Start], places[..^1]) : Cut(text, places);
    }

    /// <summary>In the text as it is, and as it is once its JSON is read, and what was JSON in that.</summary>
    private List<EchoPlace> Places(string text, bool isGrowing)
    {
        var found = new List<EchoPlace>();
        var read = UnescapedJson.Of(text);
        for (var depth = 0; _forms.Count > 0 && depth <= DeepestJson; depth++)
        {
            foreach (var form in _forms)
            {
                form.Find(read, isGrowing, found);
            }

            if (!read.Text.Contains('\\', StringComparison.Ordinal))
            {
                break;
            }

            read = read.Again();
        }

        return Joined(found);
    }

    /// <summary>In their order, those that overlap as one.</summary>
    private static List<EchoPlace> Joined(List<EchoPlace> found)
    {
        found.Sort((left, right) => left.Start.CompareTo(right.Start));
        var joined = new List<EchoPlace>();
        foreach (var place in found)
        {
            if (joined.Count > 0 && place.Start < joined[^1].End)
            {
                joined[^1] = new EchoPlace(joined[^1].Start, Math.Max(joined[^1].End, place.End), joined[^1].IsWhole || place.IsWhole);
            }
            else
            {
                joined.Add(place);
            }
        }

        return joined;
    }

    private static string Cut(string text, List<EchoPlace> places)
    {
        if (places.Count == 0)
        {
            return text;
        }

        var (clean, at) = (new StringBuilder(text.Length), 0);
        foreach (var place in places)
        {
            clean.Append(text, at, place.Start - at).Append(Cover);
            at = place.End;
        }

        return clean.Append(text, at, text.Length - at).ToString();
    }
}
