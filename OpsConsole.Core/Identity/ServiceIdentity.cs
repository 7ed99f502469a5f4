namespace OpsConsole.Core.Identity;

/// <summary>Another program that may call the API. It can hand in cases or propose actions, and never decide.</summary>
public sealed class ServiceIdentity
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Names from <see cref="Identity.Roles.ForServices"/>.</summary>
    public required List<string> Roles { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }
}
