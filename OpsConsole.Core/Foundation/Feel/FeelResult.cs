using System.Text.Json.Nodes;

namespace OpsConsole.Core.Foundation.Feel;

/// <summary>What an evaluation gave. It never throws: what went wrong gives null and a problem.</summary>
/// <param name="Value">The value as JSON; dates, times and durations as ISO 8601 texts.</param>
/// <param name="Problems">What made a value null that was meant to be one: an unknown name, a missing member, operands of the wrong type.
/// A null in the data is no problem.</param>
public sealed record FeelResult(JsonNode? Value, IReadOnlyList<string> Problems);
