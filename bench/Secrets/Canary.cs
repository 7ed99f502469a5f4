using System.Text.RegularExpressions;

namespace OpsConsole.Bench.Secrets;

/// <summary>What a canary stands for, and with that where it may lie.</summary>
internal enum CanaryKind
{
    /// <summary>A key, password, code or token: in no place at all, but for what <see cref="Legitimate"/> names.</summary>
    Credential,

    /// <summary>A session cookie or an antiforgery token: where a browser is given it, and nowhere else.</summary>
    Browser,

    /// <summary>A value that the map marks secret or personal: may be seen by staff and stand in their records, never in a question to a model.</summary>
    Marked,
}

/// <summary>One random value that is looked for everywhere.</summary>
internal sealed partial class Canary
{
    /// <summary>Long enough that no text holds it by chance, short enough that a part that was cut out of a secret is found.</summary>
    public const int WindowLength = 12;

    /// <param name="from">How much of the beginning is no secret, such as the prefix by which a key is known.</param>
    public Canary(string name, string value, CanaryKind kind = CanaryKind.Credential, int from = 0)
    {
        (Name, Value, Kind) = (name, value, kind);
        Windows = [.. Runs().Matches(value[from..]).SelectMany(run => Cut(run.Value)).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (Windows.Count == 0)
        {
            throw new InvalidOperationException($"“{name}” has no part that is long enough to be looked for.");
        }
    }

    public string Name { get; }

    public string Value { get; }

    public CanaryKind Kind { get; }

    /// <summary>Parts of it that look the same however the rest is escaped: letters, digits, hyphen and underscore.</summary>
    public IReadOnlyList<string> Windows { get; }

    private static IEnumerable<string> Cut(string run)
    {
        for (var at = 0; at + WindowLength <= run.Length; at += WindowLength)
        {
            yield return run.Substring(at, WindowLength);
        }

        yield return run[^WindowLength..];
    }

    [GeneratedRegex("[A-Za-z0-9_-]{12,}")]
    private static partial Regex Runs();
}
