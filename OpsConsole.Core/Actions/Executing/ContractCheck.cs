using System.Globalization;
using System.Text.Json.Nodes;
using OpsConsole.Core.Actions.Proposing;
using OpsConsole.Core.Foundation.Json;
using OpsConsole.Core.Policies;

namespace OpsConsole.Core.Actions.Executing;

/// <summary>
/// Compares what was decided with what would be done now. Pure. What a person approved is what runs: the same act under the same rules on
/// the same facts. A record that changed in something nobody relied on does not bother anyone; a record that our own verified actions of
/// the same case changed does not either, as long as the rules are no stricter for it.
/// </summary>
internal static class ContractCheck
{
    /// <param name="leaseStands">The lease that lets this type run alone now, for decisions that a lease made.</param>
    /// <param name="own">Record → version after the last verified action of the same case that read it.</param>
    public static CheckOutcome Compare(
        ProposedAction decided,
        IReadOnlyList<ActionDecision> decisions,
        Assessment fresh,
        string? leaseStands,
        IReadOnlyDictionary<string, string> own,
        DateTimeOffset now)
    {
        if (fresh.Verdict.Verdict == Verdict.Deny)
        {
            return new CheckOutcome.Forbidden(fresh);
        }

        List<ChangedLine> lines = [.. Binding(decided, fresh), .. Approvals.Missing(decided, decisions, fresh.Verdict, leaseStands, now), .. Rules(decided, fresh)];
        if (lines.Count > 0)
        {
            return new CheckOutcome.Changed(fresh, [.. lines, .. Facts(decided, fresh)]);
        }

        var drift = Drift.Of(decided, fresh.Context);
        if (drift.IsNone)
        {
            return new CheckOutcome.Holds(fresh, "nothing has changed");
        }

        if (drift.IsExplainedBy(own))
        {
            return new CheckOutcome.Holds(fresh, "only this case's own verified actions have changed what was read");
        }

        lines.AddRange(Facts(decided, fresh));
        return lines.Count > 0
            ? new CheckOutcome.Changed(fresh, lines)
            : new CheckOutcome.Holds(fresh, "a record has a new version, but nothing that the decision relied on has changed");
    }

    /// <summary>The row still states the contract that was decided, and the action type is still that version.</summary>
    private static IEnumerable<ChangedLine> Binding(ProposedAction decided, Assessment fresh)
    {
        if (Contract.Of(decided).Digest != decided.Digest)
        {
            yield return new ChangedLine("Contract", "as decided", "altered in storage");
        }

        if (fresh.Type.Version != decided.ActionTypeVersion)
        {
            yield return new ChangedLine("Action type", Version(decided.ActionTypeVersion), Version(fresh.Type.Version));
        }
    }

    private static IEnumerable<ChangedLine> Rules(ProposedAction decided, Assessment fresh)
    {
        var before = ActionJson.ReadVerdict(decided.VerdictJson);
        var after = fresh.Verdict;
        if (before.PolicyDigest != after.PolicyDigest)
        {
            yield return new ChangedLine("Policies", before.Reason, after.Reason.Length > 0 && after.Reason != before.Reason ? after.Reason : "another version of the same rules");
        }
        else if (IsStricter(before, after))
        {
            yield return new ChangedLine("Verdict", before.Reason, after.Reason);
        }
    }

    private static bool IsStricter(PolicyVerdict before, PolicyVerdict after) =>
        after.Verdict > before.Verdict
        || !Deciding.DecisionRights.Meets(before.ApproverRole, after.ApproverRole)
        || after.Quorum > before.Quorum
        || (after.NoSelfApproval && !before.NoSelfApproval)
        || (after.Blind && !before.Blind)
        || after.Attach.Except(before.Attach, StringComparer.Ordinal).Any();

    /// <summary>Everything that a person relied on: the material facts, the money, and what the preview said. A type that declares neither is bound to the bare versions.</summary>
    private static IEnumerable<ChangedLine> Facts(ProposedAction decided, Assessment fresh)
    {
        var material = ActionJson.ReadObject(decided.MaterialJson);
        foreach (var (name, value) in fresh.Material.Where(fact => !Same(material[fact.Key], fact.Value)))
        {
            yield return new ChangedLine(Label(name), Expressions.Display(material[name]), Expressions.Display(value));
        }

        if (decided.Amount != fresh.Amount || decided.Currency != fresh.Currency)
        {
            yield return new ChangedLine("Amount", Money(decided.Amount, decided.Currency), Money(fresh.Amount, fresh.Currency));
        }

        foreach (var line in Previews(ActionJson.ReadList<PreviewRow>(decided.PreviewJson), fresh.Preview))
        {
            yield return line;
        }

        if (fresh.Type.Material.Count == 0 && fresh.Type.Preview.Count == 0)
        {
            var targets = ActionJson.ReadObject(decided.TargetsJson);
            foreach (var (record, version) in fresh.Context.VersionsOf(fresh.Type.Targets).Where(target => !Same(targets[target.Key], target.Value)))
            {
                yield return new ChangedLine(record, Expressions.Display(targets[record]), Expressions.Display(version));
            }
        }
    }

    private static IEnumerable<ChangedLine> Previews(IReadOnlyList<PreviewRow> before, IReadOnlyList<PreviewRow> after) => before
        .Zip(after)
        .Where(pair => pair.First != pair.Second)
        .Select(pair => pair.First.Now != pair.Second.Now
            ? new ChangedLine(pair.Second.Label, pair.First.Now, pair.Second.Now)
            : new ChangedLine($"{pair.Second.Label}, afterwards", pair.First.After, pair.Second.After));

    private static bool Same(JsonNode? one, JsonNode? other) => CanonicalJson.Write(one) == CanonicalJson.Write(other);

    private static string Label(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..].Replace('_', ' ').Replace('-', ' ');

    private static string Version(int version) => $"version {version.ToString(CultureInfo.InvariantCulture)}";

    private static string Money(long amount, string? currency) => $"{(amount / 100m).ToString("0.00", CultureInfo.InvariantCulture)} {currency}".TrimEnd();
}
