using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using OpsConsole.Core.Connectors.Sandbox;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Connectors.Connecting;

/// <summary>Makes the sandbox fail, or stop failing, for everybody who uses it.</summary>
public sealed class SwitchSandboxFaults(SystemChange change, SandboxFaults faults)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Null when done, else the permission that was lacking.</summary>
    public async Task<NotAllowed?> SwitchAsync(Actor actor, IReadOnlyList<SandboxFault> wanted, CancellationToken cancellation)
    {
        var details = new JsonObject { ["faults"] = JsonSerializer.SerializeToNode(wanted, Options) };
        var lacking = await change.ApplyAsync(actor, SandboxConnector.Id, "sandbox.faults-switched", details, _ => Task.CompletedTask, cancellation);
        if (lacking is null)
        {
            faults.Set(wanted);
        }

        return lacking;
    }
}
