using System.Security.Cryptography;
using System.Text;
using OpsConsole.Core.Foundation.Feel;
using OpsConsole.Core.Foundation.Feel.Values;
using OpsConsole.Core.Foundation.Yaml;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Policies;

/// <summary>
/// Reads a policy from YAML, such as
/// <code>
/// id: refunds
/// title: Refunds
/// owner: Customer care
/// source: refunds.md
/// governs: { action-types: [sandbox.refund_payment] }
/// hit: collect
/// inputs:
///   - { name: amount, expression: action.amount }
/// rules:
///   - { id: R1, when: { amount: "> 100" }, verdict: require-approval, approver: supervisor, reason: "{action.amount} is over 100.", cites: refunds.md R1 }
/// </code>
/// An input that a row does not name may be anything. All faults are told, each with its line.
/// </summary>
public static class PolicyReader
{
    /// <summary>The policy, or null when the text has faults; these are added to <paramref name="errors"/>.</summary>
    public static Policy? Read(string file, string text, int version, List<ConfigError> errors)
    {
        var found = new List<ConfigError>();
        var root = YamlFile.Parse(file, text, found).Root;
        var policy = root is null ? null : ReadRoot(root, text, version);
        if (root is null && found.Count == 0)
        {
            found.Add(new ConfigError(file, 1, "the file is empty"));
        }

        errors.AddRange(found);
        return found.Count == 0 ? policy : null;
    }

    /// <summary>SHA-256 of a policy's text, whatever its line ends.</summary>
    public static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"))));

    private static Policy ReadRoot(YamlPart root, string text, int version)
    {
        root.AllowOnly("id", "title", "owner", "source", "governs", "hit", "inputs", "rules");
        if (root.Optional("hit") is { } hit && hit != "collect")
        {
            root.Find("hit")!.Error($"'hit' must be collect (every row that fires counts), not '{hit}'");
        }

        var inputs = ReadInputs(root);
        var policy = new Policy(
            root.Required("id"), version, root.Required("title"), root.Required("owner"), root.Required("source"), ReadGoverns(root), inputs, ReadRules(root, inputs), Digest(text));
        foreach (var twice in policy.Rules.GroupBy(rule => rule.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            root.Find("rules")!.Error($"the rule '{twice.Key}' is there twice");
        }

        return policy;
    }

    private static List<string> ReadGoverns(YamlPart root)
    {
        var types = root.Find("governs")?.List("action-types").Select(item => item.Text ?? "").ToList() ?? [];
        if (types.Count == 0 || types.Contains(""))
        {
            (root.Find("governs") ?? root).Error("'governs' must name 'action-types': a list of ids, or *");
        }

        return types;
    }

    private static List<PolicyInput> ReadInputs(YamlPart root)
    {
        var inputs = new List<PolicyInput>();
        foreach (var item in root.List("inputs"))
        {
            item.AllowOnly("name", "expression");
            var name = item.Required("name");
            var text = item.Required("expression");
            if (!FeelExpression.TryCompile(text, out var expression, out var error))
            {
                (item.Find("expression") ?? item).Error($"the input '{name}' is no FEEL, {error}");
                FeelExpression.TryCompile("null", out expression, out _);
            }

            inputs.Add(new PolicyInput(name, expression!));
            if (inputs.Count(input => input.Name == name) > 1)
            {
                item.Error($"the input '{name}' is there twice");
            }
        }

        return inputs;
    }

    private static List<PolicyRule> ReadRules(YamlPart root, List<PolicyInput> inputs)
    {
        var rules = root.List("rules").Select(item => ReadRule(item, inputs)).ToList();
        if (rules.Count == 0)
        {
            root.Error("'rules' is missing");
        }

        return rules;
    }

    private static PolicyRule ReadRule(YamlPart item, List<PolicyInput> inputs)
    {
        item.AllowOnly("id", "when", "verdict", "approver", "quorum", "no-self-approval", "expires", "reason", "cites");
        item.Required("verdict");
        var id = item.Required("id");
        item.Find("when")?.AllowOnly([.. inputs.Select(input => input.Name)]);
        return new PolicyRule(id, [.. inputs.Select(input => ReadCell(item, id, input.Name))], ReadDemand(item), ReadReason(item), item.Optional("cites"));
    }

    private static UnaryTests ReadCell(YamlPart rule, string id, string input)
    {
        var part = rule.Find("when")?.Find(input);
        var text = part is null ? "-" : part.Text ?? "";
        if (!UnaryTests.TryCompile(text, out var tests, out var error))
        {
            part!.Error($"the cell {id}/{input} is no FEEL, {error}");
            UnaryTests.TryCompile("-", out tests, out _);
        }

        if (tests!.BareNames.Count > 0)
        {
            part!.Error($"the cell {id}/{input} is the name '{tests.BareNames[0]}'; a text needs quotes of its own: '\"{tests.BareNames[0]}\"', and another value is written '= {tests.BareNames[0]}'");
        }

        return tests;
    }

    private static RuleDemand ReadDemand(YamlPart item)
    {
        var verdict = item.Choice("verdict", Verdict.Deny);
        var approver = item.Optional("approver") ?? (verdict == Verdict.Deny ? Roles.Supervisor : Roles.Agent);
        if (approver is not (Roles.Agent or Roles.Supervisor))
        {
            item.Find("approver")!.Error($"'approver' must be agent or supervisor, not '{approver}'");
        }

        var quorum = item.Number("quorum", 1);
        if (quorum is < 1 or > 5)
        {
            item.Find("quorum")!.Error("'quorum' must be between 1 and 5 people");
        }

        return new RuleDemand(verdict, approver, quorum, item.Flag("no-self-approval"), ReadExpiry(item));
    }

    private static TimeSpan ReadExpiry(YamlPart item)
    {
        var part = item.Find("expires");
        if (part is null)
        {
            return RuleDemand.UsualExpiry;
        }

        if (TemporalText.ReadDuration(part.Text ?? "") is FeelValue.Duration { Value: var expiry } && expiry > TimeSpan.Zero)
        {
            return expiry;
        }

        part.Error($"'expires' must be a duration in days, hours or minutes such as PT24H, not '{part.Text}'");
        return RuleDemand.UsualExpiry;
    }

    private static FeelTemplate ReadReason(YamlPart item)
    {
        if (!FeelTemplate.TryCompile(item.Required("reason"), out var reason, out var error))
        {
            item.Find("reason")!.Error($"the reason is no template, {error}");
            FeelTemplate.TryCompile("", out reason, out _);
        }

        return reason!;
    }
}
