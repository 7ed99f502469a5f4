using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Actions;
using OpsConsole.Core.Audit;
using OpsConsole.Core.Foundation.Feel;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Foundation.Time;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies.Replaying;
using OpsConsole.Core.Preparation.Learning;

namespace OpsConsole.Core.Preparation.Suggesting;

/// <summary>
/// Puts what people rejected into clusters (action type and reason), looks for the condition that separates each from what they approved,
/// and keeps what is found as suggestions. It changes nothing: an owner decides.
/// </summary>
public sealed class FindSuggestions(
    OpsDatabase database, ReadJudged judged, ActionNames names, LearningOptions options, IAuditLog audit, TimeProvider clock)
{
    private const int MostCases = 50;
    private const int MostOfACluster = 2;

    /// <returns>How many are new.</returns>
    public async Task<int> FindAsync(CancellationToken cancellation)
    {
        var proposals = await judged.ReadAsync(ReplaySpan.LastDays(options.SuggestionDays, clock.GetUtcNow()), null, cancellation);
        var found = new List<Suggestion>();
        foreach (var group in proposals.GroupBy(proposal => proposal.Record.ActionTypeId).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var all = group.ToList();
            foreach (var reason in RejectionReason.All.Where(reason => reason != RejectionReason.CustomerChangedMind))
            {
                cancellation.ThrowIfCancellationRequested();
                found.AddRange(Cluster(group.Key, reason, all));
            }
        }

        return found.Count == 0 ? 0 : await StoreAsync(found, cancellation);
    }

    /// <summary>The best condition, and the best of what it leaves.</summary>
    private IEnumerable<Suggestion> Cluster(string actionType, string reason, List<JudgedProposal> proposals)
    {
        var left = proposals;
        for (var round = 0; round < MostOfACluster && FindCondition.In(left, reason) is { } condition; round++)
        {
            // What FEEL says of the stored input counts, for it is what will be asked in force.
            if (!FeelExpression.TryCompile(condition.Feel, out var expression, out _))
            {
                yield break;
            }

            var met = proposals.Where(proposal => expression.EvaluateBoolean(proposal.Input) == true).ToList();
            yield return Suggest(actionType, reason, condition, met, proposals);
            left = [.. left.Except(met)];
        }
    }

    private Suggestion Suggest(string actionType, string reason, FoundCondition condition, List<JudgedProposal> met, List<JudgedProposal> all)
    {
        var kind = reason != RejectionReason.Policy && names.IsPlaybooks(actionType) ? SuggestionKind.Playbook : SuggestionKind.Policy;
        return new Suggestion
        {
            Id = Ids.New(clock),
            Number = 0,
            Fingerprint = $"{kind} {actionType} {reason} {condition.Feel}",
            Kind = kind,
            State = SuggestionState.Open,
            ActionTypeId = actionType,
            ReasonCode = reason,
            ConditionJson = JsonSerializer.Serialize(condition.Tests),
            Condition = condition.Feel,
            Sentence = SuggestionText.Sentence(kind, names.Of(actionType), condition, reason),
            Removed = met.Count(proposal => proposal.Reason == reason),
            Stopped = met.Count(proposal => proposal.Reason is null),
            Matched = met.Count,
            Rejected = all.Count(proposal => proposal.Reason == reason),
            Judged = all.Count,
            Chance = condition.Chance,
            CasesJson = JsonSerializer.Serialize(met.Where(proposal => proposal.Reason == reason).Take(MostCases).Select(proposal => proposal.Record.Id)),
            FoundAt = clock.GetUtcNow(),
        };
    }

    private Task<int> StoreAsync(List<Suggestion> found, CancellationToken cancellation) => database.WriteAsync(
        async db =>
        {
            // A cluster that somebody has an open suggestion about, or has decided on, is not told again with a slightly other cut.
            var known = await db.Set<Suggestion>().Select(row => new { row.Fingerprint, row.ActionTypeId, row.ReasonCode, row.State, row.ConditionJson, row.Number }).ToListAsync(cancellation);
            var number = known.Count == 0 ? 0 : known.Max(row => row.Number);
            var added = 0;
            foreach (var suggestion in found)
            {
                var paths = Paths(suggestion.ConditionJson);
                if (known.Any(row => row.Fingerprint == suggestion.Fingerprint
                    || (row.ActionTypeId == suggestion.ActionTypeId && row.ReasonCode == suggestion.ReasonCode && Paths(row.ConditionJson).SetEquals(paths))))
                {
                    continue;
                }

                suggestion.Number = ++number;
                db.Add(suggestion);
                db.Announce("learning", suggestion.Id);
                var details = new JsonObject { ["number"] = suggestion.Number, ["condition"] = suggestion.Condition, ["removed"] = suggestion.Removed, ["stopped"] = suggestion.Stopped };
                await audit.AppendAsync(db, new AuditEntry(Actor.Jobs, "suggestion.found", $"suggestion/{suggestion.Id}", "ok", details), cancellation);
                added++;
            }

            return added;
        },
        cancellation);

    private static HashSet<string> Paths(string conditionJson) =>
        (JsonSerializer.Deserialize<List<FieldTest>>(conditionJson) ?? []).Select(test => $"{test.Path} {test.Operator}").ToHashSet(StringComparer.Ordinal);
}
