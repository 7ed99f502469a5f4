namespace OpsConsole.Core.Autonomy;

/// <summary>No lease can be granted yet, so that everything goes to a person: the safe end of the scale.</summary>
public sealed class NoLeases : IAutonomy
{
    public Task<string?> FindLeaseAsync(string actionType, CancellationToken cancellation) => Task.FromResult<string?>(null);
}
