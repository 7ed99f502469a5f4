namespace OpsConsole.Core.Connectors;

/// <summary>The action types known now. Reading is from memory and costs nothing.</summary>
public interface IActionTypes
{
    /// <summary>The newest version of a type, or null.</summary>
    ActionType? Find(string id);

    /// <summary>A given version, or null.</summary>
    ActionType? Find(string id, int version);

    /// <summary>The newest version of each.</summary>
    IReadOnlyList<ActionType> All { get; }

    /// <summary>Stores a definition as a new version if it differs from the newest one; answers with the stored version.</summary>
    Task<ActionType> SaveAsync(ActionType type, CancellationToken cancellation);
}
