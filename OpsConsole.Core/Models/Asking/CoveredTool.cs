using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace OpsConsole.Core.Models.Asking;

/// <summary>A tool's declaration with its texts covered. The name stays: it is ours, and the answer has to give it back.</summary>
internal sealed class CoveredTool(AIFunctionDeclaration tool, Veil veil) : AIFunctionDeclaration
{
    public override string Name => tool.Name;

    public override string Description { get; } = veil.Cover(tool.Description);

    public override JsonElement JsonSchema { get; } = JsonSerializer.SerializeToElement(veil.Cover(JsonSerializer.SerializeToNode(tool.JsonSchema)) ?? new JsonObject());
}
