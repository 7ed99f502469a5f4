using Microsoft.AspNetCore.Components;
using OpsConsole.Core.Foundation.Live;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Identity.Changing;

namespace OpsConsole.Identity;

/// <summary>Everyone who may come in, people and services, and what an administrator does about them.</summary>
public sealed partial class PeoplePage(CurrentActor current, ListPeople people, PeopleCommands commands, NavigationManager navigation)
{
    private PeopleList? _list;
    private ErrorText? _refusal;
    private ErrorText? _dialogRefusal;
    private ShownOnce? _secret;
    private Guid? _changing;
    private Adding _adding;
    private bool _mayChange;

    private enum Adding
    {
        /// <summary>Nobody.</summary>
        None,

        /// <summary>A person is being invited.</summary>
        Person,

        /// <summary>A service is being added.</summary>
        Service,
    }

    private PersonRow? Changing => _list?.People.FirstOrDefault(person => person.Id == _changing);

    protected override async Task OnInitializedAsync()
    {
        Watch(["person"]);
        await ReadAsync();
    }

    protected override Task RefreshAsync(IReadOnlyCollection<Change> changes) => ReadAsync();

    private async Task ReadAsync()
    {
        if (await current.FindAsync(Leaving) is { } actor)
        {
            _mayChange = actor.May(Permissions.PeopleChange);
            _list = await people.FindAsync(actor, Leaving);
        }
    }

    private void Open(Adding what) => (_adding, _dialogRefusal, _refusal) = (what, null, null);

    private void Close() => (_adding, _changing, _dialogRefusal) = (Adding.None, null, null);

    private Task InviteAsync((string Name, string Email, IReadOnlyList<string> Roles) wanted) => InDialogAsync(
        actor => commands.InviteAsync(actor, wanted.Name, wanted.Email, wanted.Roles, Leaving), Invitation);

    private Task InviteAgainAsync() => InDialogAsync(actor => commands.InviteAgainAsync(actor, _changing!.Value, Leaving), Invitation);

    private Task ChangeRolesAsync(IReadOnlyList<string> roles) => InDialogAsync(actor => commands.ChangeRolesAsync(actor, _changing!.Value, roles, Leaving));

    private Task LockAsync(bool isToBeLocked) => InDialogAsync(actor => commands.LockAsync(actor, _changing!.Value, isToBeLocked, Leaving));

    private Task SignOutAsync() => InDialogAsync(actor => commands.SignOutAsync(actor, _changing!.Value, Leaving));

    private Task AddServiceAsync((string Name, IReadOnlyList<string> Roles) wanted) => InDialogAsync(
        actor => commands.AddServiceAsync(actor, wanted.Name, wanted.Roles, Leaving), secret => Key(wanted.Name, secret));

    private async Task IssueAsync(ServiceRow service)
    {
        if (await current.FindAsync(Leaving) is { } actor)
        {
            Show(await commands.IssueKeyAsync(actor, service.Id, Leaving), secret => Key(service.Name, secret));
        }
    }

    private async Task RevokeAsync(ApiKeyRow key)
    {
        if (await current.FindAsync(Leaving) is { } actor)
        {
            _refusal = PeopleErrorText.Of(await commands.RevokeKeyAsync(actor, key.Id, Leaving));
        }
    }

    /// <summary>Does it; a refusal stays in the dialog, a success closes it.</summary>
    private async Task InDialogAsync(Func<Actor, Task<PeopleOutcome>> command, Func<string, ShownOnce>? show = null)
    {
        if (await current.FindAsync(Leaving) is not { } actor)
        {
            return;
        }

        var outcome = await command(actor);
        _dialogRefusal = PeopleErrorText.Of(outcome);
        if (_dialogRefusal is null)
        {
            Close();
            Show(outcome, show);
            await ReadAsync();
        }
    }

    private void Show(PeopleOutcome outcome, Func<string, ShownOnce>? show)
    {
        _refusal = PeopleErrorText.Of(outcome);
        _secret = outcome is PeopleOutcome.DoneWithSecret(_, var secret) ? show?.Invoke(secret) : _secret;
    }

    private ShownOnce Invitation(string code) => new(
        "Invitation",
        "Give this link to the person. It works once, within three days, and is not shown again.",
        code,
        navigation.ToAbsoluteUri(OpsUrls.Invitation(code)).ToString());

    private static ShownOnce Key(string service, string key) => new(
        $"API key of {service}", $"The program sends it in the header {ApiKeyAuthentication.Header}. It is not shown again.", key);
}
