using Microsoft.AspNetCore.Components.Authorization;
using OpsConsole.Core.Identity;

namespace OpsConsole.Identity;

/// <summary>
/// Who uses this page. Ask before every command: roles are read anew each time, and null means that the person may do nothing (any more).
/// </summary>
public sealed class CurrentActor(AuthenticationStateProvider authentication, FindActor find)
{
    public async Task<Actor?> FindAsync(CancellationToken cancellation)
    {
        var state = await authentication.GetAuthenticationStateAsync();
        return await state.User.FindActorAsync(find, cancellation);
    }
}
