using System.Globalization;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Cases.Searching;

namespace OpsConsole.Cases;

/// <summary>
/// What My work lists, as it stands in its address: <c>/?owner=anyone&amp;best=ready-to-run&amp;sort=due</c>. Without members it is one's own
/// queue: open cases that are one's own or free to take. A search looks everywhere unless it says otherwise.
/// </summary>
public sealed record CaseList(CaseFilter Filter, CaseOrder Order)
{
    public static readonly CaseList Mine = new(new CaseFilter { Owner = CaseOwner.MeOrNobody }, CaseOrder.Priority);

    private bool IsSearch => Filter.Text is not null;

    /// <param name="member">Gives a query member by its name, null when it is absent. What cannot be read counts as absent.</param>
    public static CaseList Read(Func<string, string?> member)
    {
        var text = Some(member("q"));
        var filter = new CaseFilter
        {
            Text = text,
            Scope = Read(member("scope"), text is null ? CaseScope.Open : CaseScope.All),
            Owner = Read(member("owner"), text is null ? CaseOwner.MeOrNobody : CaseOwner.Anyone),
            Queue = Some(member("queue")),
            Stage = ReadOrNull<CaseStage>(member("stage")),
            CaseTypeId = Some(member("type")),
            Best = ReadOrNull<BestAction>(member("best")),
            Clock = Read(member("clock"), CaseClockFilter.Any),
            Offer = Read(member("offer"), CaseOffer.Any),
            CustomerRecord = Some(member("customer")),
            ValueFrom = long.TryParse(member("from"), NumberStyles.None, CultureInfo.InvariantCulture, out var euros) && euros < 1_000_000_000 ? euros * 100 : null,
        };
        return new CaseList(filter, Read(member("sort"), CaseOrder.Priority));
    }

    /// <summary>The address that lists this, and nothing in it that says what would be so anyway.</summary>
    public string Url => OpsUrls.With(
        OpsUrls.MyWork,
        ("q", Filter.Text),
        ("queue", Filter.Queue),
        ("scope", Slug(Filter.Scope, IsSearch ? CaseScope.All : CaseScope.Open)),
        ("owner", Slug(Filter.Owner, IsSearch ? CaseOwner.Anyone : CaseOwner.MeOrNobody)),
        ("stage", Slug(Filter.Stage)),
        ("type", Filter.CaseTypeId),
        ("best", Slug(Filter.Best)),
        ("clock", Slug(Filter.Clock, CaseClockFilter.Any)),
        ("offer", Slug(Filter.Offer, CaseOffer.Any)),
        ("customer", Filter.CustomerRecord),
        ("from", Filter.ValueFrom is { } hundredths ? (hundredths / 100).ToString(CultureInfo.InvariantCulture) : null),
        ("sort", Slug(Order, CaseOrder.Priority)));

    /// <summary><c>ReadyToRun</c> as <c>ready-to-run</c>; null for what is so anyway.</summary>
    private static string? Slug(Enum? value, Enum? absent = null) =>
        value is null || value.Equals(absent) ? null : string.Concat(value.ToString().Select((letter, index) =>
            char.IsUpper(letter) ? $"{(index == 0 ? "" : "-")}{char.ToLowerInvariant(letter)}" : $"{letter}"));

    /// <summary>Null for what names no member.</summary>
    public static T? ReadOrNull<T>(string? slug)
        where T : struct, Enum =>
        Enum.TryParse<T>(slug?.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;

    private static T Read<T>(string? slug, T absent)
        where T : struct, Enum => ReadOrNull<T>(slug) ?? absent;

    private static string? Some(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
