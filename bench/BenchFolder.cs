namespace OpsConsole.Bench;

/// <summary>A folder for one run; it goes with it.</summary>
internal sealed class BenchFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("opsconsole-bench-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
