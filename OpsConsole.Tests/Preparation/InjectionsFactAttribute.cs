using OpsConsole.Tests.Architecture;

namespace OpsConsole.Tests.Preparation;

/// <summary>A fact that needs the shared collection of texts that try to give orders; skipped, saying so, where it is absent.</summary>
public sealed class InjectionsFactAttribute : FactAttribute
{
    public InjectionsFactAttribute() => Skip = System.IO.File.Exists(File) ? null : $"{File} is not there.";

    internal static string File { get; } = Path.Combine(SourceTree.Root, "..", "shared", "data", "injections.json");
}
