using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using OpsConsole.Core.Connectors;

namespace OpsConsole.Core.Models.Asking;

/// <summary>Makes of an answer's text the JSON that was asked for, or says what is wrong with it.</summary>
internal static class AnswerJson
{
    private const int DeepestNesting = 64;
    private const int MostFaults = 5;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = DeepestNesting, AllowDuplicateProperties = false };

    /// <returns>The JSON with what was hidden put back, checked against the schema as the caller wrote it.</returns>
    public static (JsonNode? Json, string? Fault) Read(string text, JsonObject schema, Veil veil)
    {
        try
        {
            var json = veil.Reveal(JsonNode.Parse(Bare(text), null, Strict));
            var faults = ParameterSchema.Validate(schema, json, "The answer");
            return faults.Count == 0 ? (json, null) : (null, string.Join(' ', faults.Take(MostFaults)));
        }
        catch (JsonException)
        {
            return (null, text.Trim().Length == 0 ? "It is empty." : "It is no JSON.");
        }
    }

    /// <summary>What is wrong with the calls that a model asks for; null when nothing is. Whether they may be made is for others to say.</summary>
    public static string? Fault(IReadOnlyList<FunctionCallContent> calls, IReadOnlyList<AITool> tools)
    {
        foreach (var call in calls)
        {
            if (!tools.Any(tool => tool.Name == call.Name))
            {
                return $"It asks for {Short(call.Name)}, and there is no such tool.";
            }

            if (call.Exception is not null)
            {
                return $"What it gives to {call.Name} is no JSON.";
            }
        }

        return null;
    }

    /// <summary>Without what models put around JSON: their thoughts before it, and a fence.</summary>
    private static string Bare(string text)
    {
        var bare = text.Trim();
        if (bare.StartsWith("<think>", StringComparison.Ordinal) && bare.IndexOf("</think>", StringComparison.Ordinal) is > 0 and var thought)
        {
            bare = bare[(thought + "</think>".Length)..].Trim();
        }

        return bare.StartsWith("```", StringComparison.Ordinal) && bare.EndsWith("```", StringComparison.Ordinal) && bare.IndexOf('\n', StringComparison.Ordinal) is > 0 and var line && line < bare.Length - 3
            ? bare[(line + 1)..^3]
            : bare;
    }

    private static string Short(string name) => name.Length > 60 ? name[..60] + "…" : name;
}
