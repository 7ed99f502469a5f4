using System.Runtime.CompilerServices;

namespace OpsConsole.Tests.Architecture;

/// <summary>The repository's own source files.</summary>
internal static class SourceTree
{
    public static string Root { get; } = FindRoot();

    /// <summary>Files of one project with the given ending, generated ones left out; paths are relative to <see cref="Root"/>.</summary>
    public static IEnumerable<string> Files(string project, string extension) =>
        Directory.EnumerateFiles(Path.Combine(Root, project), "*" + extension, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    private static string FindRoot([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
