namespace OpsConsole.Core.Policies.Authoring;

/// <summary>Which action types a policy alone governs.</summary>
public static class Coverage
{
    /// <summary>Action types that no other policy would govern for every case; <c>*</c> for all those that no other policy names.</summary>
    public static IReadOnlyList<string> LostWithout(PolicySet inForce, string policyId) => LostBy(inForce, policyId, [], []);

    /// <summary>The same if the policy governed something else from now on.</summary>
    /// <param name="caseTypes">The case types that it would be limited to; none means all.</param>
    public static IReadOnlyList<string> LostBy(PolicySet inForce, string policyId, IReadOnlyList<string> actionTypes, IReadOnlyList<string> caseTypes)
    {
        var policy = inForce.Policies.FirstOrDefault(other => other.Id == policyId);
        var governed = policy?.Governs ?? inForce.Unreadable.FirstOrDefault(other => other.Id == policyId)?.Governs ?? [];
        var others = inForce.Policies.Where(other => other.Id != policyId).Select(other => (other.Governs, other.CaseTypes))
            .Concat(inForce.Unreadable.Where(other => other.Id != policyId).Select(other => (other.Governs, (IReadOnlyList<string>)[])))
            .Append((actionTypes, caseTypes)).ToList();
        return [.. governed.Where(type => !others.Exists(other => Policy.Covers(other.Item1, type) && Holds(other.Item2, policy?.CaseTypes ?? [])))];
    }

    private static bool Holds(IReadOnlyList<string> other, IReadOnlyList<string> own) => other.Count == 0 || (own.Count > 0 && own.All(other.Contains));
}
