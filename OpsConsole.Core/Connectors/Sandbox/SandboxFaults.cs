namespace OpsConsole.Core.Connectors.Sandbox;

/// <summary>The faults that are on now. They are kept in memory: a restart ends them.</summary>
public sealed class SandboxFaults(SandboxStore store)
{
    private const int Seed = 20261117;

    private readonly Lock _switching = new();
    private List<Active> _active = [];
    private Random _random = new(Seed);

    public IReadOnlyList<SandboxFault> Current
    {
        get
        {
            lock (_switching)
            {
                return [.. _active.Where(active => active.Left != 0).Select(active => active.Fault with { Times = active.Left })];
            }
        }
    }

    /// <summary>Replaces all faults; an empty list ends them. The random numbers start anew, so that a run can be repeated.</summary>
    public void Set(IReadOnlyList<SandboxFault> faults)
    {
        store.KeepStale(faults.Any(fault => fault.Kind == SandboxFaultKind.StaleRead));
        lock (_switching)
        {
            _active = [.. faults.Select(fault => new Active(fault))];
            _random = new Random(Seed);
        }
    }

    /// <summary>The faults that this call meets; a fault that counts its calls has one fewer left.</summary>
    internal IReadOnlyList<SandboxFault> Meet(string operation)
    {
        lock (_switching)
        {
            return [.. _active.Where(active => Meets(active, operation)).Select(active => active.Fault)];
        }
    }

    private bool Meets(Active active, string operation)
    {
        var met = (active.Fault.Operation == "*" || active.Fault.Operation == operation)
            && active.Left != 0 && (active.Fault.Probability >= 1 || _random.NextDouble() < active.Fault.Probability);
        if (met && active.Left > 0)
        {
            active.Left--;
        }

        return met;
    }

    private sealed class Active(SandboxFault fault)
    {
        public SandboxFault Fault => fault;

        public int? Left { get; set; } = fault.Times;
    }
}
