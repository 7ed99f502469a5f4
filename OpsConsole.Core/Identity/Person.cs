using Microsoft.AspNetCore.Identity;

namespace OpsConsole.Core.Identity;

/// <summary>Somebody who can sign in. The e-mail address is also the user name.</summary>
public sealed class Person : IdentityUser<Guid>
{
    public required string Name { get; set; }

    /// <summary>Names from <see cref="Identity.Roles"/>.</summary>
    public required List<string> Roles { get; set; }

    /// <summary>Made by the demo workspace: has no password, and counts for nothing outside of it.</summary>
    public bool IsDemo { get; init; }

    /// <summary>Locked by an administrator until unlocked; wrong passwords lock through <c>LockoutEnd</c> instead.</summary>
    public bool IsLocked { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? LastSignInAt { get; set; }
}
