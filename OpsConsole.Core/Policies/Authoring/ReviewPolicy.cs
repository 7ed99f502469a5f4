using System.Text.Json;
using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Foundation.Time;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies.Documents;

namespace OpsConsole.Core.Policies.Authoring;

/// <summary>How a review ended.</summary>
public abstract record ReviewOutcome
{
    private ReviewOutcome()
    {
    }

    /// <summary>It is a version now; in force at once, or from its first day on.</summary>
    public sealed record Published(PolicyVersion Version) : ReviewOutcome;

    /// <summary>Its authors have it again, with the comment.</summary>
    public sealed record SentBack(PolicyDraft Draft) : ReviewOutcome;

    public sealed record Refused(PolicyRefusal Refusal) : ReviewOutcome;
}

/// <summary>
/// The second person looks at a draft in review and puts exactly the text that was shown in force, or sends it back. Nobody who wrote in
/// it or submitted it can be that person. Refusals are in the log.
/// </summary>
public sealed class ReviewPolicy(OpsDatabase database, PolicyLedger ledger, PoliciesInForce policies, TimeProvider clock)
{
    /// <summary>Characters of a stored replay report.</summary>
    public const int LongestReport = 10_000_000;

    /// <param name="seenDigest">The digest of the text that the person saw.</param>
    /// <param name="reportJson">The replay report that the person saw; null when there was none.</param>
    public async Task<ReviewOutcome> PublishAsync(Actor actor, Guid draftId, string seenDigest, string? reportJson, CancellationToken cancellation)
    {
        var shown = await database.ReadAsync(db => db.Set<PolicyDraft>().FindAsync([draftId], cancellation).AsTask(), cancellation);
        var unfit = shown is { State: DraftState.InReview } && shown.Digest == seenDigest ? Publishable.RefuseText(shown, shown.Text) : null;
        var outcome = await StepAsync(
            actor,
            draftId,
            seenDigest,
            "policy.publishing-refused",
            async (db, draft) =>
            {
                var newest = await PolicyHistory.NewestAsync(db, draft.PolicyId, cancellation);
                if ((unfit ?? RefuseReport(reportJson) ?? Publishable.RefuseBase(draft, newest, draft.Text)) is { } refusal)
                {
                    return new ReviewOutcome.Refused(refusal);
                }

                var version = Version(actor, draft, reportJson);
                db.Add(version);
                draft.End(DraftState.Published, actor, clock.GetUtcNow());
                await ledger.RecordAsync(db, actor, "policy.published", draft.PolicyId, Describe(version, newest, draft), cancellation);
                return new ReviewOutcome.Published(version);
            },
            cancellation);
        if (outcome is ReviewOutcome.Published)
        {
            await policies.ReloadAsync(cancellation);
        }

        return outcome;
    }

    /// <param name="comment">What is to be changed; needed.</param>
    public Task<ReviewOutcome> SendBackAsync(Actor actor, Guid draftId, string seenDigest, string comment, CancellationToken cancellation) => StepAsync(
        actor,
        draftId,
        seenDigest,
        "policy.sending-back-refused",
        async (db, draft) =>
        {
            if (string.IsNullOrWhiteSpace(comment))
            {
                return new ReviewOutcome.Refused(new PolicyRefusal.CommentMissing());
            }

            var details = PolicyLedger.Describe(draft);
            details["comment"] = comment.Trim();
            draft.Reopen(actor, comment.Trim(), clock.GetUtcNow());
            await ledger.RecordAsync(db, actor, "policy.sent-back", draft.PolicyId, details, cancellation);
            return new ReviewOutcome.SentBack(draft);
        },
        cancellation);

    private static PolicyRefusal? RefuseReport(string? reportJson)
    {
        if (reportJson is null)
        {
            return null;
        }

        if (reportJson.Length > LongestReport)
        {
            return new PolicyRefusal.TooLarge(reportJson.Length, LongestReport);
        }

        try
        {
            return JsonNode.Parse(reportJson) is JsonObject ? null : new PolicyRefusal.Unimportable(["The replay report is no JSON object."]);
        }
        catch (JsonException failure)
        {
            return new PolicyRefusal.Unimportable([$"The replay report is no JSON. {failure.Message}"]);
        }
    }

    private static JsonObject Describe(PolicyVersion version, PolicyVersion? before, PolicyDraft draft)
    {
        var details = PolicyLedger.Describe(draft);
        details["version"] = version.Version;
        details["before"] = before?.Digest;
        details["submitted_by"] = draft.SubmittedByName;
        details["report"] = version.ReportJson is null ? null : PolicyReader.Digest(version.ReportJson);
        return details;
    }

    private PolicyVersion Version(Actor actor, PolicyDraft draft, string? reportJson)
    {
        var document = PolicyYaml.Read(draft.File, draft.Text, []) ?? throw new InvalidOperationException("A text that was checked cannot be read.");
        return new PolicyVersion
        {
            Id = Ids.New(clock),
            PolicyId = draft.PolicyId,
            Version = draft.BasedOn + 1,
            Title = document.Title,
            Owner = document.Owner,
            GovernsJson = JsonSerializer.Serialize(document.ActionTypes),
            File = draft.File,
            Text = draft.Text,
            Digest = draft.Digest,
            PublishedAt = clock.GetUtcNow(),
            PublishedBy = actor.Id,
            PublishedByName = actor.Name,
            Origin = draft.Origin,
            DraftId = draft.Id,
            SubmittedBy = draft.SubmittedBy,
            SubmittedByName = draft.SubmittedByName,
            Note = draft.Note,
            ReportJson = reportJson,
        };
    }

    private Task<ReviewOutcome> StepAsync(
        Actor actor, Guid draftId, string seenDigest, string refused, Func<OpsDbContext, PolicyDraft, Task<ReviewOutcome>> step, CancellationToken cancellation) => database.WriteAsync(
        async db =>
        {
            if (await db.Set<PolicyDraft>().FindAsync([draftId], cancellation) is not { } draft)
            {
                return new ReviewOutcome.Refused(new PolicyRefusal.NoSuchDraft());
            }

            var refusal = PolicyRights.RefuseReview(actor, draft) ?? (draft.Digest == seenDigest ? null : new PolicyRefusal.OtherText());
            var outcome = refusal is null ? await step(db, draft) : new ReviewOutcome.Refused(refusal);
            if (outcome is ReviewOutcome.Refused because)
            {
                await ledger.RefuseAsync(db, actor, refused, draft.PolicyId, because.Refusal, cancellation);
            }

            return outcome;
        },
        cancellation);
}
