using System.Text.Json.Nodes;

namespace OpsConsole.Core.Connectors.Sandbox;

/// <summary>Carries one operation out on the records of an open transaction.</summary>
internal delegate SandboxAnswer SandboxAct(SandboxRecords records, JsonObject arguments);

/// <summary>An operation and what carries it out.</summary>
internal sealed record SandboxOperation(SystemOperation Description, SandboxAct Act)
{
    public static SandboxOperation Read(string name, string summary, JsonObject parameters, SandboxAct act) =>
        new(new SystemOperation(name, summary, EffectClass.Read, parameters), act);

    public static SandboxOperation Write(string name, string summary, JsonObject parameters, SandboxAct act) =>
        new(new SystemOperation(name, summary, EffectClass.Write, parameters), act);
}
