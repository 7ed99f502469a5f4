using System.Text.Json.Nodes;

namespace OpsConsole.Core.Connectors.Sandbox;

/// <summary>What an operation of the sandbox answers.</summary>
internal abstract record SandboxAnswer
{
    private SandboxAnswer()
    {
    }

    /// <summary>The changed or asked-for record.</summary>
    public sealed record Given(JsonNode Body) : SandboxAnswer;

    /// <summary>The shop says no; nothing was changed.</summary>
    public sealed record Refused(string Code, string Message) : SandboxAnswer;
}
