using OpsConsole.Core.Foundation.Packs;

namespace OpsConsole.Core.Preparation.Packs;

/// <summary>
/// What <c>pack.yaml</c> says:
/// <code>{id: service-desk, name: Service desk, version: 1.0.0, description: …, systems: [sandbox], tone: …}</code>
/// The tone is how the house speaks to customers; it is read with the playbooks.
/// </summary>
public sealed record PackHeader(string Id, string Name, string Version, string Description, IReadOnlyList<string> Systems)
{
    public const string File = "pack.yaml";

    public static PackHeader? Read(PackReading reading)
    {
        if (reading.Open(File) is not { } root)
        {
            if (!reading.Files.Texts.ContainsKey(File))
            {
                reading.Errors.Add(new(File, 1, "the pack has no pack.yaml, which names it and its version"));
            }

            return null;
        }

        root.AllowOnly("id", "name", "version", "description", "systems", "tone");
        var header = new PackHeader(
            root.Required("id"), root.Required("name"), root.Required("version"), root.Optional("description") ?? "",
            [.. root.List("systems").Select(system => system.IsMap ? system.Required("id") : system.Text ?? "")]);
        if (header.Id.Length > 0 && header.Id != reading.Files.Id)
        {
            root.Find("id")!.Error($"the id '{header.Id}' differs from the folder's name '{reading.Files.Id}'");
        }

        return header;
    }
}
