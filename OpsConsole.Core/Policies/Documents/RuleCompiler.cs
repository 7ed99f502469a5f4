using OpsConsole.Core.Foundation.Feel;
using OpsConsole.Core.Foundation.Feel.Values;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Policies.Documents;

/// <summary>Compiles the rows.</summary>
internal static class RuleCompiler
{
    /// <summary>How many things an approver may be asked to hand in.</summary>
    private const int MostAttachments = 5;

    public static IReadOnlyList<PolicyRule> Rows(PolicyDocument document, List<PolicyFault> found)
    {
        var rows = new List<PolicyRule>(document.Rules.Count);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var row = 0; row < document.Rules.Count; row++)
        {
            var rule = document.Rules[row];
            var id = new PolicyPlace.Rule(row, "id");
            PolicyCompiler.Name(rule.Id, "id", id, found);
            if (rule.Id.Length > 0 && !ids.Add(rule.Id))
            {
                found.Add(new PolicyFault(id, $"Another rule is called '{rule.Id}' too."));
            }

            var cells = Cells(rule, row, document.Inputs.Count, found);
            var demand = Demand(rule, row, found);
            if (Reason(rule.Reason, new PolicyPlace.Rule(row, "reason"), found) is { } reason)
            {
                rows.Add(new PolicyRule(rule.Id, cells, demand, reason, rule.Cites.Length == 0 ? null : rule.Cites));
            }
        }

        return rows;
    }

    private static List<UnaryTests> Cells(DocumentRule rule, int row, int columns, List<PolicyFault> found)
    {
        var cells = new List<UnaryTests>(columns);
        if (rule.Cells.Count != columns)
        {
            found.Add(new PolicyFault(new PolicyPlace.Rule(row, "id"), $"It has {rule.Cells.Count} cells; there are {columns} inputs."));
            return cells;
        }

        for (var column = 0; column < columns; column++)
        {
            var place = new PolicyPlace.Cell(row, column);
            if (string.IsNullOrWhiteSpace(rule.Cells[column]))
            {
                found.Add(new PolicyFault(place, "The cell is empty; - stands for anything."));
            }
            else if (!UnaryTests.TryCompile(rule.Cells[column], out var tests, out var error))
            {
                found.Add(PolicyCompiler.Feel(place, "test", error));
            }
            else
            {
                cells.Add(tests);
                CheckBareName(tests, place, found);
            }
        }

        return cells;
    }

    private static void CheckBareName(UnaryTests tests, PolicyPlace place, List<PolicyFault> found)
    {
        if (tests.BareNames.Count > 0)
        {
            var name = tests.BareNames[0];
            found.Add(new PolicyFault(place, $"This is the name {name}; a text needs quotes of its own, \"{name}\", and another value is written = {name}."));
        }
    }

    private static RuleDemand Demand(DocumentRule rule, int row, List<PolicyFault> found)
    {
        if (!VerdictText.TryRead(rule.Verdict, out var verdict))
        {
            found.Add(new PolicyFault(new PolicyPlace.Rule(row, "verdict"), VerdictText.Fault(rule.Verdict)));
            verdict = Verdict.Deny;
        }

        if (rule.Approver is not ("" or Roles.Agent or Roles.Supervisor))
        {
            found.Add(new PolicyFault(new PolicyPlace.Rule(row, "approver"), $"The approver must be agent or supervisor, not '{rule.Approver}'."));
        }

        if (rule.Quorum is < 1 or > 5)
        {
            found.Add(new PolicyFault(new PolicyPlace.Rule(row, "quorum"), "The quorum must be between 1 and 5 people."));
        }

        var approver = rule.Approver.Length > 0 ? rule.Approver : verdict == Verdict.Deny ? Roles.Supervisor : Roles.Agent;
        return new RuleDemand(verdict, approver, rule.Quorum, rule.NoSelfApproval, Expiry(rule.Expires, row, found))
        {
            Blind = rule.Blind,
            Notify = Notify(rule.Notify, row, found),
            Attach = Attach(rule.Attach, row, found),
        };
    }

    private static TimeSpan Expiry(string text, int row, List<PolicyFault> found)
    {
        if (text.Length == 0)
        {
            return RuleDemand.UsualExpiry;
        }

        if (TemporalText.ReadDuration(text) is FeelValue.Duration { TimeSpan: { } expiry } && expiry > TimeSpan.Zero)
        {
            return expiry;
        }

        found.Add(new PolicyFault(new PolicyPlace.Rule(row, "expires"), $"The expiry must be a duration in days, hours or minutes such as PT24H, not '{text}'."));
        return RuleDemand.UsualExpiry;
    }

    private static IReadOnlyList<string> Notify(IReadOnlyList<string> roles, int row, List<PolicyFault> found)
    {
        foreach (var role in roles.Where(role => !Roles.ForPeople.Contains(role)))
        {
            found.Add(new PolicyFault(new PolicyPlace.Rule(row, "notify"), $"There is no role '{role}'; there are {string.Join(", ", Roles.ForPeople)}."));
        }

        return RuleDemand.Union(roles, []);
    }

    private static IReadOnlyList<string> Attach(IReadOnlyList<string> names, int row, List<PolicyFault> found)
    {
        var place = new PolicyPlace.Rule(row, "attach");
        foreach (var name in names)
        {
            PolicyCompiler.Name(name, "name of what is to be attached", place, found);
        }

        if (names.Count > MostAttachments)
        {
            found.Add(new PolicyFault(place, $"At most {MostAttachments} things can be asked for."));
        }

        return RuleDemand.Union(names, []);
    }

    private static FeelTemplate? Reason(string text, PolicyPlace place, List<PolicyFault> found)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            found.Add(new PolicyFault(place, "The reason is missing: the sentence that a person reads."));
            return null;
        }

        if (!FeelTemplate.TryCompile(text, out var reason, out var error))
        {
            found.Add(PolicyCompiler.Feel(place, "reason", error));
        }

        return reason;
    }
}
