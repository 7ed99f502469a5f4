using Microsoft.AspNetCore.Components;
using OpsConsole.Core.Foundation.Live;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies.Authoring;
using OpsConsole.Core.Policies.Documents;
using OpsConsole.Identity;

namespace OpsConsole.Policies.Drafting;

/// <summary>Two versions of a policy, or a version and a draft, row by row.</summary>
public sealed partial class ComparePage(PolicyDesk desk, CurrentActor current)
{
    private PolicyDiff? _diff;
    private string? _title;
    private bool _isRead;

    [Parameter]
    public required string Id { get; set; }

    [SupplyParameterFromQuery(Name = "from")]
    private int From { get; set; }

    [SupplyParameterFromQuery(Name = "to")]
    private int? To { get; set; }

    [SupplyParameterFromQuery(Name = "draft")]
    private Guid? DraftId { get; set; }

    private string Sub => DraftId is null ? $"version {From} and version {To}" : $"version {From} and the draft";

    private string Back => DraftId is { } draft ? OpsUrls.PolicyDraft(Id, draft) : OpsUrls.Policy(Id);

    protected override void OnInitialized() => Watch([PolicyLedger.Topic], change => change.Key == Id);

    protected override Task OnParametersSetAsync() => ReadAsync();

    protected override Task RefreshAsync(IReadOnlyCollection<Change> changes) => ReadAsync();

    private async Task ReadAsync()
    {
        if (await current.FindAsync(Leaving) is not { } actor)
        {
            return;
        }

        var before = await VersionAsync(actor, From);
        var after = DraftId is { } draft ? (await desk.Drafts.FindAsync(actor, draft, Leaving))?.Document : To is { } to ? await VersionAsync(actor, to) : null;
        _diff = before is null || after is null ? null : PolicyDiff.Compare(before, after);
        _title = after?.Title ?? before?.Title;
        _isRead = true;
    }

    private async Task<PolicyDocument?> VersionAsync(Actor actor, int version) =>
        await desk.Policies.FindAsync(actor, Id, version, Leaving) is { } found ? PolicyYaml.Read(found.Version.File, found.Version.Text, []) : null;
}
