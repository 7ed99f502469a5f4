using System.Text.Json.Nodes;

namespace OpsConsole.Core.Connectors;

/// <summary>An operation that a connected system offers, as its connector describes it.</summary>
/// <param name="Name">The name by which it is called.</param>
/// <param name="Summary">One sentence that a person reads.</param>
/// <param name="Parameters">JSON Schema of its arguments, all in one object.</param>
public sealed record SystemOperation(string Name, string Summary, EffectClass Effect, JsonObject Parameters);
