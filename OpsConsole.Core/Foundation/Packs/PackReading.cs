using OpsConsole.Core.Foundation.Yaml;

namespace OpsConsole.Core.Foundation.Packs;

/// <summary>Something that a pack declares, such as the action type <c>sandbox.cancel_order</c>; parts refer to each other's declarations by it.</summary>
public sealed record PackName(string Kind, string Id);

/// <summary>A declaration with its title and the place where it stands.</summary>
public sealed record PackEntry(PackName Name, string Title, string File, int Line);

/// <summary>One reading of a pack: the parts tell it what they declare, what they refer to, and every fault that they find.</summary>
public sealed class PackReading(PackFiles files, PackLoader? loader = null)
{
    private readonly List<ConfigError> _errors = [];
    private readonly Dictionary<PackName, PackEntry> _entries = [];
    private readonly List<(PackName Name, YamlPart Place)> _references = [];

    public PackFiles Files { get; } = files;

    /// <summary>For whom it is to be put in force, if it has no fault.</summary>
    public PackLoader Loader { get; } = loader ?? new PackLoader.Restart();

    /// <summary>For readers of single items, which tell their faults to the same list.</summary>
    public List<ConfigError> Errors => _errors;

    public IReadOnlyCollection<PackEntry> Entries => _entries.Values;

    /// <summary>The document of one file, or null when the pack does not have it or it is no YAML (which is told).</summary>
    public YamlPart? Open(string file) =>
        Files.Texts.TryGetValue(file, out var text) ? YamlFile.Parse(file, text, _errors).Root : null;

    /// <summary>The documents of all YAML files in one sub-folder.</summary>
    public IEnumerable<YamlPart> OpenAll(string folder) => Files.Texts.Keys
        .Where(name => name.StartsWith(folder + "/", StringComparison.Ordinal) && name.EndsWith(".yaml", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal).Select(Open).OfType<YamlPart>();

    public void Declare(string kind, string id, string title, YamlPart place)
    {
        if (id.Length > 0 && !_entries.TryAdd(new PackName(kind, id), new PackEntry(new PackName(kind, id), title, place.File, place.Line)))
        {
            place.Error($"the {kind} '{id}' is declared twice");
        }
    }

    /// <summary>Notes that <paramref name="id"/> must exist; checked once all parts have been read.</summary>
    public void Refer(string kind, string id, YamlPart place) => _references.Add((new PackName(kind, id), place));

    /// <summary>Tells a fault for each reference that neither this pack nor anything <paramref name="knows"/> declares.</summary>
    public void CheckReferences(Func<PackName, bool> knows)
    {
        foreach (var (name, place) in _references.Where(reference => !_entries.ContainsKey(reference.Name) && !knows(reference.Name)))
        {
            place.Error($"there is no {name.Kind} '{name.Id}'");
        }
    }
}
