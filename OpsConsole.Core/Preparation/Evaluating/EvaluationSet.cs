using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpsConsole.Core.Preparation.Evaluating;

/// <summary>Cases whose right preparation is known; a pack brings them.</summary>
/// <param name="Id">Unique among all packs.</param>
/// <param name="Scan">Where records are looked for that the cases are about; as in demo cases.</param>
public sealed record EvaluationSet(string Id, string Pack, string Title, JsonObject Scan, IReadOnlyList<EvaluationCase> Cases)
{
    /// <summary>What figures of a set are comparable by: it changes with any word of its cases.</summary>
    public string Digest { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(Cases) + Scan.ToJsonString())));
}

/// <summary>One message and what must come of it.</summary>
/// <param name="Subject">FEEL template over the picked record.</param>
/// <param name="Body">FEEL template over the picked record.</param>
/// <param name="Pick">FEEL: which record it is about.</param>
/// <param name="Type">The case type; null when a person is to pick it.</param>
/// <param name="Actions">Everything that is to be proposed, and nothing else.</param>
/// <param name="Asks">Whether something must be asked before the case can be dealt with.</param>
public sealed record EvaluationCase(
    string Name, string Channel, string Subject, string Body, string Pick, string? Type, IReadOnlyList<ExpectedAction> Actions, bool Asks);

/// <summary>An action that must be proposed.</summary>
/// <param name="Parameters">FEEL over the picked record for each parameter that matters; others may be anything.</param>
public sealed record ExpectedAction(string ActionType, IReadOnlyDictionary<string, string> Parameters);
