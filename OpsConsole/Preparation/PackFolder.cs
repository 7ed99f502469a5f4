using OpsConsole.Core.Foundation.Packs;

namespace OpsConsole.Preparation;

/// <summary>The packs that lie in the configured folder.</summary>
public sealed class PackFolder(PackOptions options, IWebHostEnvironment environment)
{
    private string Root => Path.GetFullPath(options.Folder, environment.ContentRootPath);

    public IReadOnlyList<string> Names => Directory.Exists(Root)
        ? [.. Directory.EnumerateDirectories(Root).Where(folder => File.Exists(Path.Combine(folder, "pack.yaml"))).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>Null when there is no such pack; a name never leads out of the folder.</summary>
    public async Task<PackFiles?> ReadAsync(string name, CancellationToken cancellation) =>
        Names.Contains(name, StringComparer.Ordinal) ? await PackFiles.ReadAsync(Path.Combine(Root, name), cancellation) : null;
}
