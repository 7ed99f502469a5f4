using System.Text.Json.Nodes;
using OpsConsole.Core.Policies.Judging;

namespace OpsConsole.Core.Policies;

/// <summary>The policies in force at one moment, the newest version of each.</summary>
public sealed record PolicySet(IReadOnlyList<Policy> Policies, IReadOnlyList<UnreadablePolicy> Unreadable)
{
    public static readonly PolicySet Empty = new([], []);

    public bool IsEmpty => Policies.Count == 0 && Unreadable.Count == 0;

    /// <summary>Those that govern an action type in the case that an input tells of.</summary>
    public GoverningPolicies Governing(string actionType, JsonObject input) => GoverningTables.Of(this, actionType, input).Policies;

    /// <summary>Those that govern an action type in a case of a type. The digest names their exact versions.</summary>
    /// <param name="caseType">The case's type; null while nobody knows it, so that every policy has a say.</param>
    public GoverningPolicies Governing(string actionType, string? caseType) => GoverningTables.Of(this, actionType, caseType).Policies;
}
