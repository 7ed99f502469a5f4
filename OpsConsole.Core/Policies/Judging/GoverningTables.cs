using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Feel;
using OpsConsole.Core.Foundation.Feel.Values;
using OpsConsole.Core.Foundation.Json;
using OpsConsole.Core.Policies.Documents;

namespace OpsConsole.Core.Policies.Judging;

/// <summary>
/// The tables that govern one action type in a case of a type, in the order of their ids, and the expressions that they look at, each once.
/// Found once for a set of policies and then kept, with its digest.
/// </summary>
internal sealed class GoverningTables
{
    /// <summary>Action and case types of which the answer is kept; they are few, but a proposal may name anything.</summary>
    private const int Most = 1_000;

    private static readonly ConditionalWeakTable<PolicySet, ConcurrentDictionary<(string ActionType, string? CaseType), GoverningTables>> Known = [];

    private readonly int[][] _places;
    private readonly string[]?[] _paths;
    private readonly PolicyModel?[] _models;

    private GoverningTables(PolicySet set, string actionType, string? caseType)
    {
        Policies = Find(set, actionType, caseType);
        Tables = [.. Policies.Policies.Select(PolicyTable.Of)];
        var asked = Tables.SelectMany(table => table.Columns.Select(column => table.Policy.Inputs[column.Column])).ToList();
        var inputs = asked.DistinctBy(input => (input.Expression.Text, input.Model)).ToList();
        Expressions = inputs.ConvertAll(input => input.Expression);
        _models = [.. inputs.Select(input => input.Model)];
        _paths = [.. inputs.Select(input => input.Model is null ? InputPath.Of(input.Expression.Text)?.ToArray() : null)];
        Names = [.. inputs.Select(input => input.Name)];
        _places = [.. Tables.Select(table => table.Columns.Select(column => Place(inputs, table.Policy.Inputs[column.Column])).ToArray())];
    }

    public GoverningPolicies Policies { get; }

    public IReadOnlyList<PolicyTable> Tables { get; }

    /// <summary>What the tables look at.</summary>
    public List<FeelExpression> Expressions { get; }

    /// <summary>The heading of the first column that looks at each expression.</summary>
    public IReadOnlyList<string> Names { get; }

    public static GoverningTables Of(PolicySet set, string actionType, JsonObject input) => Of(set, actionType, CaseType(input));

    public static GoverningTables Of(PolicySet set, string actionType, string? caseType)
    {
        var known = Known.GetValue(set, _ => []);
        var key = (actionType, caseType);
        if (known.TryGetValue(key, out var found))
        {
            return found;
        }

        if (known.Count >= Most)
        {
            known.Clear();
        }

        return known[key] = new GoverningTables(set, actionType, caseType);
    }

    /// <summary>What each expression gives.</summary>
    public InputValue[] Read(FeelMembers members)
    {
        var values = new InputValue[Expressions.Count];
        var input = new FeelValue.Context(members);
        for (var place = 0; place < values.Length; place++)
        {
            values[place] = InputValue.Of(Expressions[place], _paths[place], _models[place], input);
        }

        return values;
    }

    /// <summary>Where the values of a table's columns stand among those of all expressions.</summary>
    public ReadOnlySpan<int> Places(int table) => _places[table];

    private static int Place(List<PolicyInput> inputs, PolicyInput wanted) => inputs.FindIndex(input => input.Expression.Text == wanted.Expression.Text && input.Model == wanted.Model);

    /// <summary>What the input says of the case's type; null when it says nothing that is a name.</summary>
    private static string? CaseType(JsonObject input) =>
        input["case"] is JsonObject subject && subject["type"] is JsonValue type && type.TryGetValue<string>(out var name) && name.Length > 0 ? name : null;

    private static GoverningPolicies Find(PolicySet set, string actionType, string? caseType)
    {
        var policies = set.Policies
            .Where(policy => Policy.Covers(policy.Governs, actionType) && Policy.CoversCase(policy.CaseTypes, caseType))
            .OrderBy(policy => policy.Id, StringComparer.Ordinal).ToList();
        var unreadable = set.Unreadable.Where(policy => Policy.Covers(policy.Governs, actionType)).OrderBy(policy => policy.Id, StringComparer.Ordinal).ToList();
        var versions = policies.Select(policy => (policy.Id, policy.Version, policy.Digest)).Concat(unreadable.Select(policy => (policy.Id, policy.Version, policy.Digest)));
        var names = new JsonArray([.. versions.Select(version => new JsonArray(version.Id, version.Version, version.Digest))]);
        return new GoverningPolicies(policies, unreadable, CanonicalJson.Digest(names));
    }
}
