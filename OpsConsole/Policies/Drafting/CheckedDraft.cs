using OpsConsole.Core.Policies.Checking;

namespace OpsConsole.Policies.Drafting;

/// <summary>What the checks found in a draft.</summary>
/// <param name="Judged">What was checked; rows of the findings count in its policy, which lacks the faulty ones.</param>
public sealed record CheckedDraft(JudgedDraft Judged, IReadOnlyList<TableFinding> Findings)
{
    /// <summary>Rows of the document that never decide.</summary>
    public IReadOnlySet<int> Dead => Findings.Where(finding => finding.Kind is FindingKind.Unreachable or FindingKind.Duplicate).SelectMany(finding => finding.Rows.Take(1)).Select(Judged.RowOf).ToHashSet();

    public static CheckedDraft Of(JudgedDraft judged) => new(judged, judged.Policy is { } policy ? TableChecks.Find(policy) : []);
}
