using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Json;
using OpsConsole.Core.Models.Veiling;

namespace OpsConsole.Core.Models;

/// <summary>
/// Hides values on their way to a model behind placeholders such as <c>⟦email-1⟧</c>, and puts them back into what comes back. A value is
/// found whatever its case, its gaps, its marks and its escapes are; what is plainly personal or secret in a text (addresses of e-mail,
/// telephone numbers, cards, accounts, keys) is hidden without having been named. Texts are covered once: a text that looks like a
/// placeholder is hidden itself, so that nobody who writes to us can have a value put in its place. May be used by several at once.
/// </summary>
public sealed class Veil
{
    /// <summary>The kind of what is never put back.</summary>
    public const string Secret = "secret";

    private const int LeastLength = 3;

    private readonly Lock _lock = new();
    private readonly List<VeiledValue> _hidden = [];
    private readonly Dictionary<string, VeiledValue> _byPlaceholder = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);
    private int _last;

    /// <summary>Hides nothing that is named, only what is plainly personal or secret; for questions that hold no data of anybody.</summary>
    public static Veil None => new();

    /// <param name="kind">What it is, such as <c>email</c>; the placeholder is made of it. <see cref="Secret"/> is never put back.</param>
    /// <param name="value">The value to hide; shorter ones than three characters cannot be told from other text and are refused.</param>
    /// <returns>The placeholder. It is for comparing; a message that holds it is taken for one that somebody made up.</returns>
    public string Hide(string kind, string value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value.Trim().Length, LeastLength);
        lock (_lock)
        {
            return Enter(Kind(kind), value.Trim()).Placeholder;
        }
    }

    /// <summary>Hides a person's name, and each part of it where it is written with a capital.</summary>
    public string HideName(string name)
    {
        var placeholder = Hide("name", name);
        lock (_lock)
        {
            foreach (var part in VeiledForms.PartsOf(name))
            {
                if (_hidden.TrueForAll(known => known.Forms.All(form => form.Text != part.Text)))
                {
                    Keep("name", part.Text, false, [part]);
                }
            }
        }

        return placeholder;
    }

    public string Cover(string text)
    {
        if (text.Length == 0)
        {
            return text;
        }

        lock (_lock)
        {
            return new VeilCover(FoldedText.Of(text), _hidden, this).Write();
        }
    }

    /// <summary>The same tree with every text covered, names included; a number that must be hidden becomes its placeholder.</summary>
    public JsonNode? Cover(JsonNode? node) => Walk(node, Cover, coverNumbers: true);

    /// <summary>Puts back what is not secret. Placeholders are known by any case and by other brackets than ours.</summary>
    public string Reveal(string text) => Reveal(text, value => value);

    public JsonNode? Reveal(JsonNode? node) => Walk(node, Reveal, coverNumbers: false);

    /// <summary>Puts back into JSON as it is written, sign for sign but for the placeholders: the values are escaped, so that it stays JSON.</summary>
    public string RevealJson(string json) => Reveal(json, value => JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString());

    /// <summary>What stands for what in these texts, secrets left out: to be kept where only those may read who may see it.</summary>
    internal JsonObject MappingOf(params IEnumerable<string> texts)
    {
        var mapping = new JsonObject();
        lock (_lock)
        {
            foreach (var (kind, number) in texts.SelectMany(Placeholders.Find))
            {
                if (_byPlaceholder.GetValueOrDefault($"{kind}-{number}") is { IsSecret: false } known)
                {
                    mapping[$"{known.Kind}-{known.Number.ToString(CultureInfo.InvariantCulture)}"] = known.Value;
                }
            }
        }

        return mapping;
    }

    /// <summary>A veil that only puts back, from what <see cref="MappingOf"/> kept.</summary>
    internal static Veil From(JsonObject mapping)
    {
        var veil = new Veil();
        foreach (var (placeholder, value) in mapping)
        {
            var at = placeholder.LastIndexOf('-');
            var number = int.Parse(placeholder.AsSpan(at + 1), CultureInfo.InvariantCulture);
            veil._byPlaceholder[placeholder] = new VeiledValue(placeholder[..at], number, value?.ToString() ?? "", false, []);
        }

        return veil;
    }

    /// <summary>For the writer of one covered text, under the lock.</summary>
    internal VeiledValue Enter(string kind, string value)
    {
        var forms = VeiledForms.Of(kind, value);
        var known = _hidden.FirstOrDefault(other => other.Forms.Any(form => form.IsSame && forms.Any(own => own.IsSame && own.IsCompact == form.IsCompact && own.Text == form.Text)));
        return known is not null && (known.IsSecret || kind != Secret) ? known : Keep(kind, value, kind == Secret, forms);
    }

    internal VeiledValue EnterFragment(string kind, string value) =>
        _byPlaceholder.Values.FirstOrDefault(known => known.Forms.Count == 0 && known.Kind == kind && known.Value == value) ?? Keep(kind, value, kind == Secret, []);

    /// <summary>Whether this is one of our placeholders; one that is not will never become one.</summary>
    internal bool IsTaken(string placeholder)
    {
        if (_byPlaceholder.ContainsKey(placeholder))
        {
            return true;
        }

        _taken.Add(placeholder);
        return false;
    }

    private string Reveal(string text, Func<string, string> write)
    {
        lock (_lock)
        {
            return Placeholders.Replace(text, (kind, number) => _byPlaceholder.GetValueOrDefault($"{kind}-{number}") is { IsSecret: false } known ? write(known.Value) : null);
        }
    }

    private VeiledValue Keep(string kind, string value, bool isSecret, IReadOnlyList<VeiledForm> forms)
    {
        VeiledValue made;
        do
        {
            made = new VeiledValue(kind, ++_last, value, isSecret, forms);
        }
        while (_taken.Contains($"{kind}-{_last.ToString(CultureInfo.InvariantCulture)}"));
        _byPlaceholder[$"{kind}-{_last.ToString(CultureInfo.InvariantCulture)}"] = made;
        if (forms.Count > 0)
        {
            _hidden.Add(made);
        }

        return made;
    }

    /// <summary>Letters only, so that a placeholder is always one word, a hyphen and a number.</summary>
    private static string Kind(string kind)
    {
        var letters = new StringBuilder().AppendJoin("", kind.ToLowerInvariant().Where(char.IsAsciiLetterLower).Take(Placeholders.LongestKind)).ToString();
        return letters.Length < 2 ? "value" : letters;
    }

    private static JsonNode? Walk(JsonNode? node, Func<string, string> change, bool coverNumbers)
    {
        switch (node)
        {
            case JsonObject members:
                var walked = new JsonObject();
                foreach (var (name, value) in members)
                {
                    walked[change(name)] = Walk(value, change, coverNumbers);
                }

                return walked;
            case JsonArray items:
                return new JsonArray([.. items.Select(item => Walk(item, change, coverNumbers))]);
            case JsonValue text when text.GetValueKind() == JsonValueKind.String:
                return JsonValue.Create(change(text.ToString()));
            case JsonValue number when coverNumbers && number.GetValueKind() == JsonValueKind.Number && CanonicalJson.Write(number) is var written && change(written) is var changed && changed != written:
                return JsonValue.Create(changed);
            default:
                return node?.DeepClone();
        }
    }
}
