namespace OpsConsole.Core.BusinessMap;

/// <summary>What one pack declares of the map, compiled for use.</summary>
public sealed record PackMap(string Pack, IReadOnlyDictionary<string, MapEntity> Entities, IReadOnlyList<MapIdentifier> Identifiers, IReadOnlySet<string> Authorities, string Digest)
{
    /// <summary>What the words of the house mean.</summary>
    public IReadOnlyList<MapDefinition> Definitions { get; init; } = [];

    public static readonly PackMap Empty = new("", new Dictionary<string, MapEntity>(), [], new HashSet<string>(), "");

    /// <summary>The entity that lives in a collection of a system, or null.</summary>
    public MapEntity? EntityOf(string system, string collection) =>
        Entities.Values.FirstOrDefault(entity => entity.System == system && entity.Collection == collection);

    /// <summary>Whether the map declares the system to be the authority for an attribute, such as <c>order.status</c>, or for its whole entity.</summary>
    public bool IsAuthority(string system, string attribute) =>
        Authorities.Contains($"{system}:{attribute}") || Authorities.Contains($"{system}:{attribute.Split('.')[0]}");
}

/// <summary>One word of the house, such as <c>Captured</c>, and its meaning.</summary>
public sealed record MapDefinition(string Name, string Text);
