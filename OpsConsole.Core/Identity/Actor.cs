using System.Collections.Frozen;

namespace OpsConsole.Core.Identity;

/// <summary>What kind of actor did something.</summary>
public enum ActorKind
{
    /// <summary>A signed-in person, who is accountable.</summary>
    Person,

    /// <summary>Another program with an API key.</summary>
    Service,

    /// <summary>The console's own jobs.</summary>
    System,
}

/// <summary>Who does something, with the permissions held at this moment. Resolved anew for every command, never kept.</summary>
/// <param name="Id">The person's or service's id; <c>system:jobs</c> for the console itself.</param>
public sealed record Actor(ActorKind Kind, string Id, string Name, IReadOnlyList<string> RoleNames)
{
    public static readonly Actor Jobs = new(ActorKind.System, "system:jobs", "OpsConsole", []);

    /// <summary>A model that plans inside preparation. It may put actions forward and nothing else.</summary>
    public static readonly Actor Model = new(ActorKind.System, "system:model", "Model", []);

    /// <summary>Somebody who is not signed in, for the log of failed attempts.</summary>
    public static readonly Actor Nobody = new(ActorKind.System, "system:nobody", "Not signed in", []);

    private FrozenSet<string> Granted { get; } = RoleNames
        .SelectMany(role => Roles.Grants.TryGetValue(role, out var grants) ? grants : []).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether this actor holds <paramref name="permission"/>. The console's own jobs hold none: they carry out what others decided.</summary>
    public bool May(string permission) => Granted.Contains(permission);
}

/// <summary>A permission that was lacking; every handler's outcome family has an arm for it.</summary>
public sealed record NotAllowed(string Permission);
