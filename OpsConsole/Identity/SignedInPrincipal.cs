using System.Security.Claims;
using OpsConsole.Core.Identity;

namespace OpsConsole.Identity;

/// <summary>Actors as principals and back. The claims say what may be shown; handlers ask <see cref="FindActor"/> again.</summary>
public static class SignedInPrincipal
{
    public const string StampClaim = "opsconsole:stamp";
    public const string PermissionClaim = "opsconsole:permission";

    public static ClaimsPrincipal Of(Actor actor, string scheme, string? stamp = null)
    {
        var identity = new ClaimsIdentity(scheme, ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, actor.Id));
        identity.AddClaim(new Claim(ClaimTypes.Name, actor.Name));
        identity.AddClaims(actor.RoleNames.Select(role => new Claim(ClaimTypes.Role, role)));
        identity.AddClaims(Permissions.All.Where(actor.May).Select(permission => new Claim(PermissionClaim, permission)));
        if (stamp is not null)
        {
            identity.AddClaim(new Claim(StampClaim, stamp));
        }

        return new ClaimsPrincipal(identity);
    }

    public static bool Has(this ClaimsPrincipal principal, string permission) => principal.HasClaim(PermissionClaim, permission);

    /// <summary>The signed-in person's id and stamp; null for services and strangers.</summary>
    public static (Guid Id, string Stamp)? Session(this ClaimsPrincipal principal) =>
        principal.FindFirstValue(StampClaim) is { } stamp && Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? (id, stamp) : null;

    public static Task<Actor?> FindActorAsync(this ClaimsPrincipal principal, FindActor find, CancellationToken cancellation) =>
        principal.Session() is var (id, stamp) ? find.OfPersonAsync(id, stamp, cancellation) : Task.FromResult<Actor?>(null);
}
