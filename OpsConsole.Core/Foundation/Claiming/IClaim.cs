namespace OpsConsole.Core.Foundation.Claiming;

/// <summary>A piece of work that somebody holds for a while; whoever holds it later has a higher fence.</summary>
public interface IClaim
{
    /// <summary>What it is, for the log: kind and id.</summary>
    string Work { get; }

    long Fence { get; }
}
