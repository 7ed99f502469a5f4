using Microsoft.AspNetCore.Components;
using OpsConsole.Controls;
using OpsConsole.Core.Foundation.Live;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies;
using OpsConsole.Core.Policies.Authoring;
using OpsConsole.Core.Policies.Documents;
using OpsConsole.Identity;
using OpsConsole.Policies.Drafting;

namespace OpsConsole.Policies;

/// <summary>The policies, one line each, and what is being changed in them.</summary>
public sealed partial class PoliciesPage(PolicyCommands commands, PolicyDesk desk, CurrentActor current, NavigationManager navigation)
{
    private static readonly PolicyDocument Empty = new("", "", "", "", [], [], null, null, null, [], [], [], []);

    private IReadOnlyList<PolicySummary>? _policies;
    private IReadOnlyList<DraftSummary> _drafts = [];
    private IReadOnlyList<string> _uncovered = [];
    private IReadOnlyList<string> _decisions = [];
    private ErrorText? _refusal;
    private Asks _asks;
    private bool _mayWrite;
    private bool _isBusy;

    private enum Asks
    {
        /// <summary>Nothing.</summary>
        Nothing,

        /// <summary>What a new policy is.</summary>
        New,

        /// <summary>Which file to import.</summary>
        Import,
    }

    /// <summary>What waits for a second person first, then what is being written.</summary>
    private IReadOnlyList<DraftSummary> Waiting => [.. _drafts.OrderByDescending(draft => draft.State == DraftState.InReview).ThenByDescending(draft => draft.EditedAt)];

    protected override Task OnInitializedAsync()
    {
        Watch([PolicyLedger.Topic]);
        return ReadAsync();
    }

    protected override Task RefreshAsync(IReadOnlyCollection<Change> changes) => ReadAsync();

    private async Task ReadAsync()
    {
        if (await current.FindAsync(Leaving) is { } actor)
        {
            _mayWrite = actor.May(Permissions.PoliciesChange);
            _drafts = await desk.Drafts.ListAsync(actor, Leaving);
            _policies = await desk.Policies.ListAsync(actor, Leaving);
            var governed = _policies.Where(policy => policy.Standing is PolicyStanding.InForce or PolicyStanding.Unreadable).Select(policy => policy.Policy?.Governs ?? [Policy.AllActionTypes]).ToList();
            _uncovered = [.. desk.ActionTypes.Select(type => type.Id).Where(type => !governed.Any(governs => Policy.Covers(governs, type)))];
        }
    }

    /// <summary>What waits about a policy, with where to look at it.</summary>
    private static (string Text, string Href)? Word(PolicySummary policy) =>
        policy.Retirement is not null ? ("retirement asked for", OpsUrls.Policy(policy.Id))
        : policy.Next is { } next ? ($"v{next.Version} from {next.From:d MMM}", OpsUrls.PolicyVersion(policy.Id, next.Version))
        : null;

    private static string Url(DraftSummary draft) => draft.State == DraftState.InReview ? OpsUrls.PolicyReview(draft.PolicyId, draft.Id) : OpsUrls.PolicyDraft(draft.PolicyId, draft.Id);

    private void Close() => (_asks, _refusal, _decisions) = (Asks.Nothing, null, []);

    private async Task BeginAsync(PolicyDocument document) => Follow(await commands.StartAsync(document, 0, Leaving));

    private async Task ImportAsync(ImportedFile file)
    {
        (_isBusy, _refusal) = (true, null);
        switch (await commands.ImportAsync(file.Content, file.Name, file.Decision, Leaving))
        {
            case ImportOutcome.Imported imported:
                navigation.NavigateTo(OpsUrls.PolicyDraft(imported.Draft.PolicyId, imported.Draft.Id));
                break;
            case ImportOutcome.Choose choose:
                _decisions = choose.Decisions;
                break;
            case ImportOutcome.Refused refused:
                _refusal = PolicyErrorText.Of(refused.Refusal);
                break;
            default:
                _refusal = ErrorText.SignedOut;
                break;
        }

        _isBusy = false;
    }

    private void Follow(DraftOutcome? outcome)
    {
        switch (outcome)
        {
            case DraftOutcome.Saved saved:
                navigation.NavigateTo(OpsUrls.PolicyDraft(saved.Draft.PolicyId, saved.Draft.Id));
                break;
            case DraftOutcome.Refused refused:
                _refusal = PolicyErrorText.Of(refused.Refusal);
                break;
            default:
                _refusal = ErrorText.SignedOut;
                break;
        }
    }

    /// <summary>How many rows ask for what, the most restrictive first.</summary>
    private static IEnumerable<(StatusLook Look, int Count)> Verdicts(Policy policy) => policy.Rules
        .OrderByDescending(rule => rule.Demand.Verdict).ThenByDescending(rule => rule.Demand.ApproverRole, StringComparer.Ordinal)
        .GroupBy(rule => RuleLook.Of(rule.Demand)).Select(group => (group.Key, group.Count()));
}
