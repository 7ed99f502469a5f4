using System.Text.Json.Nodes;

namespace OpsConsole.Core.Foundation.Dmn;

/// <summary>What an evaluation gave. It never throws: what went wrong gives null and a problem.</summary>
/// <param name="Value">The value as JSON; dates, times and durations as ISO 8601 texts.</param>
/// <param name="Problems">What made a value null that was meant to be one.</param>
public sealed record DmnResult(JsonNode? Value, IReadOnlyList<string> Problems);
