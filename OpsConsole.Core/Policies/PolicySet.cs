using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Json;

namespace OpsConsole.Core.Policies;

/// <summary>The policies in force at one moment, the newest version of each.</summary>
public sealed record PolicySet(IReadOnlyList<Policy> Policies, IReadOnlyList<UnreadablePolicy> Unreadable)
{
    public static readonly PolicySet Empty = new([], []);

    public bool IsEmpty => Policies.Count == 0 && Unreadable.Count == 0;

    /// <summary>Those that govern an action type in the case that an input tells of.</summary>
    public GoverningPolicies Governing(string actionType, JsonObject input) => Governing(actionType, CaseType(input));

    /// <summary>Those that govern an action type in a case of a type. The digest names their exact versions.</summary>
    /// <param name="caseType">The case's type; null while nobody knows it, so that every policy has a say.</param>
    public GoverningPolicies Governing(string actionType, string? caseType)
    {
        var policies = Policies
            .Where(policy => Policy.Covers(policy.Governs, actionType) && Policy.CoversCase(policy.CaseTypes, caseType))
            .OrderBy(policy => policy.Id, StringComparer.Ordinal).ToList();
        var unreadable = Unreadable.Where(policy => Policy.Covers(policy.Governs, actionType)).OrderBy(policy => policy.Id, StringComparer.Ordinal).ToList();
        var versions = policies.Select(policy => (policy.Id, policy.Version, policy.Digest)).Concat(unreadable.Select(policy => (policy.Id, policy.Version, policy.Digest)));
        var names = new JsonArray([.. versions.Select(version => new JsonArray(version.Id, version.Version, version.Digest))]);
        return new GoverningPolicies(policies, unreadable, CanonicalJson.Digest(names));
    }

    /// <summary>What the input says of the case's type; null when it says nothing that is a name.</summary>
    private static string? CaseType(JsonObject input) =>
        input["case"] is JsonObject subject && subject["type"] is JsonValue type && type.TryGetValue<string>(out var name) && name.Length > 0 ? name : null;
}
