namespace OpsConsole.Core.Autonomy;

/// <summary>Says whether an action that policies allow may run without a person.</summary>
public interface IAutonomy
{
    /// <summary>The lease that lets this action type run alone now, or null: then a person decides.</summary>
    Task<string?> FindLeaseAsync(string actionType, CancellationToken cancellation);
}
