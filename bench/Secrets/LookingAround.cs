using System.Net;
using System.Text.RegularExpressions;

namespace OpsConsole.Bench.Secrets;

/// <summary>Opens every page that somebody can get to: the known ones, and whatever they link to, of each kind of page some.</summary>
internal sealed partial class LookingAround(Visitor visitor)
{
    /// <summary>Of pages that differ in their queries and ids only.</summary>
    private const int MostOfAKind = 6;

    private static readonly IReadOnlyList<string> Known =
    [
        "/", "/cases/new", "/cases/import", "/approvals", "/policies", "/connectors", "/connectors/import", "/connectors/channels", "/audit", "/system", "/account", "/admin/people", "/admin/packs", "/admin/ai", "/admin/learning",
        "/signin", "/setup", "/join", "/not-allowed", "/not-found", "/admin/packs/service-desk/export", "/decisions/1",
    ];

    private readonly Dictionary<string, int> _kinds = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>The kinds of pages that were answered.</summary>
    public IEnumerable<string> Kinds => _kinds.Keys;

    /// <param name="more">Pages that nothing links to for this person.</param>
    public async Task<int> OpenAllAsync(IEnumerable<string> more)
    {
        var (waiting, opened) = (new Queue<string>([.. Known, .. more]), 0);
        while (waiting.TryDequeue(out var path))
        {
            if (!_seen.Add(path) || !IsToBeOpened(path))
            {
                continue;
            }

            var (status, page) = await visitor.GetAsync(path, path.Contains("export", StringComparison.Ordinal) ? Place.Exports : Place.Pages);
            opened += status == 200 ? 1 : 0;
            foreach (var link in Link().Matches(page).Select(link => WebUtility.HtmlDecode(link.Groups["path"].Value).Split('#')[0]).Where(link => link.StartsWith('/') && !link.StartsWith("/_", StringComparison.Ordinal)))
            {
                waiting.Enqueue(link);
            }
        }

        return opened;
    }

    private bool IsToBeOpened(string path)
    {
        var kind = Part().Replace(path, "*");
        _kinds[kind] = _kinds.GetValueOrDefault(kind) + 1;
        return _kinds[kind] <= MostOfAKind;
    }

    [GeneratedRegex("<a\\b[^>]*\\bhref=\"(?<path>[^\"]*)\"")]
    private static partial Regex Link();

    /// <summary>Ids, numbers and values within an address.</summary>
    [GeneratedRegex("(?<==)[^&]*|[0-9a-f-]{36}|\\d+|(?<=/policies/|/connectors/)[^/?]+")]
    private static partial Regex Part();
}
