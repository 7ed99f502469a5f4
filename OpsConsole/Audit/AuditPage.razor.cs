using System.Globalization;
using Microsoft.AspNetCore.Components;
using OpsConsole.Core.Audit;
using OpsConsole.Core.Foundation.Live;
using OpsConsole.Core.Identity;
using OpsConsole.Identity;

namespace OpsConsole.Audit;

/// <summary>The log: search, one entry beside it, and its verification. What is shown stands in the address.</summary>
public sealed partial class AuditPage(SearchAudit search, VerifyAudit verify, CaseNumbers caseNumbers, CurrentActor current, NavigationManager navigation)
{
    private const string EntryName = "entry";
    private const string BeforeName = "before";

    private LogPage? _page;
    private AuditRecord? _entry;
    private IReadOnlyDictionary<Guid, string> _numbers = new Dictionary<Guid, string>();
    private ErrorText? _refusal;
    private CancellationTokenSource? _verifying;
    private bool _mayVerify;
    private long? _checked;
    private string? _text;
    private string? _outcome;
    private DateOnly? _from;
    private DateOnly? _until;

    [SupplyParameterFromQuery(Name = "q")]
    private string? Text { get; set; }

    [SupplyParameterFromQuery(Name = "subject")]
    private string? Subject { get; set; }

    [SupplyParameterFromQuery(Name = "actor")]
    private string? ActorId { get; set; }

    [SupplyParameterFromQuery(Name = "outcome")]
    private string? Outcome { get; set; }

    [SupplyParameterFromQuery(Name = "from")]
    private DateOnly? From { get; set; }

    [SupplyParameterFromQuery(Name = "until")]
    private DateOnly? Until { get; set; }

    [SupplyParameterFromQuery(Name = BeforeName)]
    private long? Before { get; set; }

    [SupplyParameterFromQuery(Name = EntryName)]
    private long? EntrySequence { get; set; }

    /// <summary>The filters that no field of the toolbar shows.</summary>
    private IEnumerable<(string Name, string Shown)> Narrowed => new (string Name, string? Value, string Shown)[]
    {
        ("subject", Subject, $"About {Subject?.Split('/')[0]}"),
        ("actor", ActorId, $"By {(_page?.Rows is [var first, ..] ? first.ActorName : "one actor")}"),
    }.Where(filter => filter.Value is not null).Select(filter => (filter.Name, filter.Shown));

    protected override void OnInitialized() => Watch(["audit"], _ => Before is null);

    protected override async Task OnParametersSetAsync()
    {
        (_text, _outcome, _from, _until) = (Text, Outcome ?? "", From, Until);
        await ReadAsync();
    }

    protected override Task RefreshAsync(IReadOnlyCollection<Change> changes) => ReadAsync();

    protected override ValueTask LeaveAsync()
    {
        _verifying?.Cancel();
        _verifying?.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task ReadAsync()
    {
        if (await current.FindAsync(Leaving) is not { } actor)
        {
            return;
        }

        _mayVerify = actor.May(Permissions.AuditVerify);
        var caseId = await caseNumbers.FindIdAsync(Text, Leaving);
        var filter = new AuditFilter(caseId is null ? Text : null, Subject, ActorId, Outcome, caseId, StartOf(From), StartOf(Until?.AddDays(1)), Before);
        var page = await search.FindAsync(actor, filter, Leaving);
        var entry = EntrySequence is { } sequence ? await search.FindEntryAsync(actor, sequence, Leaving) : null;
        var ids = (page?.Rows ?? []).Append(entry).Select(row => row?.CaseId).OfType<Guid>();
        _numbers = await caseNumbers.FindAsync(ids, Leaving);
        (_page, _entry) = (page, entry);
    }

    private async Task VerifyAsync()
    {
        if (await current.FindAsync(Leaving) is not { } actor)
        {
            return;
        }

        (_refusal, _checked) = (null, 0);
        _verifying = CancellationTokenSource.CreateLinkedTokenSource(Leaving);
        var progress = new Progress<long>(rows =>
        {
            _checked = _checked is null ? null : rows;
            StateHasChanged();
        });
        try
        {
            _refusal = await verify.RunAsync(actor, progress, _verifying.Token) is VerifyOutcome.Forbidden(var missing) ? ErrorText.Of(missing) : null;
        }
        catch (OperationCanceledException) when (_verifying.IsCancellationRequested)
        {
            // Stopped by the person, or the page was left.
        }

        _checked = null;
        _verifying.Dispose();
        _verifying = null;
    }

    private void Stop() => _verifying?.Cancel();

    private void Search() => navigation.NavigateTo(OpsUrls.With(
        OpsUrls.Audit, ("q", _text), ("subject", Subject), ("actor", ActorId), ("outcome", _outcome), ("from", Day(_from)), ("until", Day(_until))));

    /// <summary>This page with some members of its query changed.</summary>
    private string Here(params (string Name, string? Value)[] changed)
    {
        var members = new Dictionary<string, string?>
        {
            ["q"] = Text,
            ["subject"] = Subject,
            ["actor"] = ActorId,
            ["outcome"] = Outcome,
            ["from"] = Day(From),
            ["until"] = Day(Until),
            [BeforeName] = Plain(Before),
            [EntryName] = Plain(EntrySequence),
        };
        foreach (var (name, value) in changed)
        {
            members[name] = value;
        }

        return OpsUrls.With(OpsUrls.Audit, members.Select(member => (member.Key, member.Value)));
    }

    private string HrefOf(AuditRecord row) => Here((EntryName, Plain(row.Sequence)));

    private string Without(string name) => Here((name, null), (BeforeName, null));

    private static string? Plain(long? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);

    private static DateTimeOffset? StartOf(DateOnly? day) => day is { } given ? new DateTimeOffset(given.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null;
}
