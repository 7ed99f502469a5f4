using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies.Authoring;
using OpsConsole.Core.Policies.Documents;
using OpsConsole.Identity;

namespace OpsConsole.Policies.Drafting;

/// <summary>What a person can do with policies, from whichever page. Who that person is, is asked anew for each command; null answers that it is nobody any more.</summary>
public sealed class PolicyCommands(CurrentActor current, DraftPolicy draft, SubmitPolicy submit, ReviewPolicy review, RetirePolicy retire, ImportDmnPolicy import, ExportPolicy export)
{
    public Task<DraftOutcome?> StartAsync(PolicyDocument document, int basedOn, CancellationToken cancellation) =>
        AsAsync(actor => draft.StartAsync(actor, document, basedOn, cancellation), cancellation);

    public Task<DraftOutcome?> StartFromAsync(string policyId, int? version, CancellationToken cancellation) =>
        AsAsync(actor => draft.StartFromAsync(actor, policyId, version, cancellation), cancellation);

    public Task<DraftOutcome?> SaveAsync(Guid draftId, int revision, PolicyDocument document, CancellationToken cancellation) =>
        AsAsync(actor => draft.SaveAsync(actor, draftId, revision, document, cancellation), cancellation);

    public Task<DraftOutcome?> RebaseAsync(Guid draftId, int revision, CancellationToken cancellation) =>
        AsAsync(actor => draft.RebaseAsync(actor, draftId, revision, cancellation), cancellation);

    public Task<DraftOutcome?> DiscardAsync(Guid draftId, int revision, CancellationToken cancellation) =>
        AsAsync(actor => draft.DiscardAsync(actor, draftId, revision, cancellation), cancellation);

    public Task<SubmitOutcome?> SubmitAsync(Guid draftId, int revision, string note, CancellationToken cancellation) =>
        AsAsync(actor => submit.SubmitAsync(actor, draftId, revision, note, cancellation), cancellation);

    public Task<SubmitOutcome?> WithdrawAsync(Guid draftId, int revision, CancellationToken cancellation) =>
        AsAsync(actor => submit.WithdrawAsync(actor, draftId, revision, cancellation), cancellation);

    public Task<ReviewOutcome?> PublishAsync(Guid draftId, string seenDigest, string? reportJson, CancellationToken cancellation) =>
        AsAsync(actor => review.PublishAsync(actor, draftId, seenDigest, reportJson, cancellation), cancellation);

    public Task<ReviewOutcome?> SendBackAsync(Guid draftId, string seenDigest, string comment, CancellationToken cancellation) =>
        AsAsync(actor => review.SendBackAsync(actor, draftId, seenDigest, comment, cancellation), cancellation);

    public Task<RetireOutcome?> AskToRetireAsync(string policyId, int seenVersion, string reason, CancellationToken cancellation) =>
        AsAsync(actor => retire.AskAsync(actor, policyId, seenVersion, reason, cancellation), cancellation);

    public Task<RetireOutcome?> ConfirmRetirementAsync(Guid retirementId, IReadOnlyList<string> accepted, CancellationToken cancellation) =>
        AsAsync(actor => retire.ConfirmAsync(actor, retirementId, accepted, cancellation), cancellation);

    public Task<RetireOutcome?> DeclineRetirementAsync(Guid retirementId, string comment, CancellationToken cancellation) =>
        AsAsync(actor => retire.DeclineAsync(actor, retirementId, comment, cancellation), cancellation);

    public Task<ImportOutcome?> ImportAsync(byte[] content, string file, string? decision, CancellationToken cancellation) => AsAsync(
        async actor =>
        {
            using var stream = new MemoryStream(content);
            return await import.ImportAsync(actor, stream, file, decision, cancellation);
        },
        cancellation);

    /// <summary>A published version as a DMN file.</summary>
    public Task<ExportOutcome?> ExportAsync(string policyId, int version, CancellationToken cancellation) =>
        AsAsync(actor => export.ExportAsync(actor, policyId, version, PolicyFormat.Dmn, cancellation), cancellation);

    private async Task<T?> AsAsync<T>(Func<Actor, Task<T>> act, CancellationToken cancellation)
        where T : class => await current.FindAsync(cancellation) is { } actor ? await act(actor) : null;
}
