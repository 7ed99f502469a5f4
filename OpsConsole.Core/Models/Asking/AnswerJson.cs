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
    private const string NoText = "It has a text in it that is none, with half a sign such as \\ud800 alone, or with \\u0000.";

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = DeepestNesting, AllowDuplicateProperties = false };

    /// <returns>The JSON with what was hidden put back, checked against the schema as the caller wrote it.</returns>
    public static (JsonNode? Json, string? Fault) Read(string text, JsonObject schema, Veil veil)
    {
        var (said, unreadable) = Parse(Bare(text));
        if (unreadable is not null)
        {
            return (null, text.Trim().Length == 0 ? "It is empty." : unreadable);
        }

        var json = veil.Reveal(said);
        var faults = ParameterSchema.Validate(schema, json, "The answer");
        return faults.Count == 0 ? (json, null) : (null, string.Join(' ', faults.Take(MostFaults)));
    }

    /// <summary>A call whose arguments can be read; else the same without any, and with what is wrong with them.</summary>
    public static FunctionCallContent Readable(FunctionCallContent call)
    {
        try
        {
            var arguments = JsonSerializer.SerializeToNode(call.Arguments);
            return HasTexts(arguments) ? call : Without(call, new JsonException(NoText));
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or ArgumentException or NotSupportedException)
        {
            return Without(call, unreadable);
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

    private static (JsonNode? Json, string? Fault) Parse(string text)
    {
        try
        {
            var json = JsonNode.Parse(text, null, Strict);
            return HasTexts(json) ? (json, null) : (null, NoText);
        }
        catch (JsonException)
        {
            return (null, "It is no JSON.");
        }
        catch (Exception half) when (half is ArgumentException or InvalidOperationException)
        {
            return (null, NoText);
        }
    }

    private static FunctionCallContent Without(FunctionCallContent call, Exception why) => new(call.CallId, call.Name) { Exception = why };

    /// <summary>
    /// JSON may hold half a sign, which no text can, so that whoever reads it stops there; and a sign at which databases and other programs end
    /// a text, so that what follows it is not seen. Every text and name is therefore read once, here.
    /// </summary>
    private static bool HasTexts(JsonNode? node)
    {
        try
        {
            return node switch
            {
                JsonObject members => members.All(member => !member.Key.Contains('\0', StringComparison.Ordinal) && HasTexts(member.Value)),
                JsonArray items => items.All(HasTexts),
                JsonValue value when value.GetValueKind() == JsonValueKind.String => !value.ToString().Contains('\0', StringComparison.Ordinal),
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
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
