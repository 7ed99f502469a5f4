using OpsConsole.Core.Identity;
using OpsConsole.Core.Identity.Changing;
using OpsConsole.Core.Identity.Inviting;
using OpsConsole.Core.Identity.Issuing;
using OpsConsole.Core.Identity.SigningIn;

namespace OpsConsole.Identity;

/// <summary>The handlers behind the page People, in one place, so that the page does not name each.</summary>
public sealed class PeopleCommands(
    InvitePerson invite, ChangeRoles changeRoles, LockPerson lockPerson, SignOutEverywhere signOut, AddService addService, ChangeApiKeys changeKeys)
{
    public Task<PeopleOutcome> InviteAsync(Actor actor, string name, string email, IReadOnlyList<string> roles, CancellationToken cancellation) =>
        invite.RunAsync(actor, new NewPerson(name, email), roles, cancellation);

    public Task<PeopleOutcome> InviteAgainAsync(Actor actor, Guid personId, CancellationToken cancellation) =>
        invite.AgainAsync(actor, personId, cancellation);

    public Task<PeopleOutcome> ChangeRolesAsync(Actor actor, Guid personId, IReadOnlyList<string> roles, CancellationToken cancellation) =>
        changeRoles.RunAsync(actor, personId, roles, cancellation);

    public Task<PeopleOutcome> LockAsync(Actor actor, Guid personId, bool isToBeLocked, CancellationToken cancellation) =>
        isToBeLocked ? lockPerson.RunAsync(actor, personId, cancellation) : lockPerson.UndoAsync(actor, personId, cancellation);

    public Task<PeopleOutcome> SignOutAsync(Actor actor, Guid personId, CancellationToken cancellation) =>
        signOut.RunAsync(actor, personId, cancellation);

    /// <summary>Adds the service and issues its first key.</summary>
    public async Task<PeopleOutcome> AddServiceAsync(Actor actor, string name, IReadOnlyList<string> roles, CancellationToken cancellation)
    {
        var added = await addService.RunAsync(actor, name, roles, cancellation);
        return added is PeopleOutcome.Done(var id) ? await changeKeys.IssueAsync(actor, id, cancellation) : added;
    }

    public Task<PeopleOutcome> IssueKeyAsync(Actor actor, Guid serviceId, CancellationToken cancellation) => changeKeys.IssueAsync(actor, serviceId, cancellation);

    public Task<PeopleOutcome> RevokeKeyAsync(Actor actor, Guid keyId, CancellationToken cancellation) => changeKeys.RevokeAsync(actor, keyId, cancellation);
}
