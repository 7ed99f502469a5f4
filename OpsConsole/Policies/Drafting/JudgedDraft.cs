using OpsConsole.Core.Policies;
using OpsConsole.Core.Policies.Documents;

namespace OpsConsole.Policies.Drafting;

/// <summary>A document compiled as far as it goes.</summary>
/// <param name="Faults">All that is wrong with it.</param>
/// <param name="Policy">The document without its faulty rows and tests; null when something else is wrong too.</param>
/// <param name="LeftOut">The names of the faulty rows.</param>
public sealed record JudgedDraft(PolicyDocument Document, IReadOnlyList<PolicyFault> Faults, Policy? Policy, IReadOnlyList<string> LeftOut)
{
    public static JudgedDraft Of(PolicyDocument document, int version)
    {
        if (PolicyCompiler.Compile(document, version, out var faults) is { } whole)
        {
            return new JudgedDraft(document, faults, whole, []);
        }

        var rows = faults.Where(fault => !IsUnsaid(document, fault)).Select(RowOf).ToHashSet();
        if (faults.All(fault => RowOf(fault) >= 0 || fault.Place is PolicyPlace.Test))
        {
            var rest = document with { Rules = [.. document.Rules.Where((_, row) => !rows.Contains(row)).Select(Said)], Tests = [] };
            var policy = PolicyCompiler.Compile(rest, version, out _);
            return new JudgedDraft(document, faults, policy, [.. document.Rules.Where((_, row) => rows.Contains(row)).Select(rule => rule.Id)]);
        }

        return new JudgedDraft(document, faults, null, []);
    }

    /// <summary>Why nothing can be judged by it; null when something can.</summary>
    public string? Cannot(PolicyDocument document) => Policy is not null ? null
        : document.Rules.Count == 0 ? "There is no rule yet."
        : Faults.FirstOrDefault(fault => RowOf(fault) < 0 && fault.Place is not PolicyPlace.Test) is { } fault ? $"{PolicyFaultText.Of(document, fault)}"
        : "No rule can be read.";

    /// <summary>From a row of <see cref="Policy"/> to the same row of <see cref="Document"/>.</summary>
    public int RowOf(int row)
    {
        foreach (var left in Faults.Where(fault => !IsUnsaid(Document, fault)).Select(RowOf).Where(found => found >= 0).Distinct().Order())
        {
            row += left <= row ? 1 : 0;
        }

        return row;
    }

    /// <summary>A row that lacks nothing but its sentence can decide already.</summary>
    private static bool IsUnsaid(PolicyDocument document, PolicyFault fault) => fault.Place is PolicyPlace.Rule { Field: "reason" } place && document.Rules[place.Row].Reason.Length == 0;

    private static DocumentRule Said(DocumentRule rule) => rule.Reason.Length == 0 ? rule with { Reason = "No reason is written yet." } : rule;

    private static int RowOf(PolicyFault fault) => fault.Place switch
    {
        PolicyPlace.Cell cell => cell.Row,
        PolicyPlace.Rule rule => rule.Row,
        _ => -1,
    };
}
