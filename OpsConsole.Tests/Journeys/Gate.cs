using OpsConsole.Core.Foundation.Failpoints;

namespace OpsConsole.Tests.Journeys;

/// <summary>Holds the jobs at a failpoint, so that a journey can look at what stands in between; open again when disposed.</summary>
internal sealed class Gate : IDisposable
{
    private const int Everybody = 1_000;

    private readonly SemaphoreSlim _passes = new(0);
    private readonly IDisposable _armed;

    public Gate(string failpoint) => _armed = Failpoint.Arm(failpoint, () => _passes.WaitAsync());

    public void LetOnePass() => _passes.Release();

    public void Dispose()
    {
        _armed.Dispose();
        _passes.Release(Everybody);
    }
}
