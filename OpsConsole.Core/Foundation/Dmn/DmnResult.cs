using System.Text.Json.Nodes;

namespace OpsConsole.Core.Foundation.Dmn;

/// <summary>What an evaluation gave. It never throws: what went wrong gives null and a problem.</summary>
/// <param name="Value">The value as JSON; dates, times and durations as ISO 8601 texts.</param>
/// <param name="Problems">What made a value null that was meant to be one.</param>
/// <param name="Decisions">Every decision that was made on the way, in that order.</param>
/// <param name="Tables">Every decision table that was asked on the way, in that order.</param>
public sealed record DmnResult(
    JsonNode? Value, IReadOnlyList<string> Problems, IReadOnlyList<DmnDecided> Decisions, IReadOnlyList<DmnTableAsked> Tables);

/// <summary>A decision and what it came to.</summary>
public sealed record DmnDecided(string Name, JsonNode? Value);

/// <summary>A decision table, what it was asked and which of its rules fired.</summary>
/// <param name="Place">Where it stands, such as <c>decision 'Discount'</c>.</param>
/// <param name="Inputs">The value of each input.</param>
/// <param name="Fired">In the order of the table; empty when no rule matched.</param>
public sealed record DmnTableAsked(string Place, string HitPolicy, IReadOnlyList<DmnInputAsked> Inputs, IReadOnlyList<DmnRuleFired> Fired);

/// <summary>An input of a table: what it looks at, and the value that was found there.</summary>
public sealed record DmnInputAsked(string Expression, JsonNode? Value);

/// <summary>A rule all of whose tests were met.</summary>
/// <param name="Number">Its place in the table, from 1.</param>
/// <param name="Tests">The text of each input cell.</param>
/// <param name="Outputs">The value of each output by its name; a single output may have none.</param>
public sealed record DmnRuleFired(
    int Number, string? Id, IReadOnlyList<string> Tests, IReadOnlyList<KeyValuePair<string, JsonNode?>> Outputs, IReadOnlyList<string> Annotations);
