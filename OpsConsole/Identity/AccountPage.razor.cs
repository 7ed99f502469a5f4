using OpsConsole.Core.Foundation.Live;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Identity.SigningIn;

namespace OpsConsole.Identity;

/// <summary>What a person may do here, their password and their sessions.</summary>
public sealed partial class AccountPage(CurrentActor current, ChangePassword change, SignOutEverywhere everywhere)
{
    private Actor? _actor;
    private ErrorText? _refusal;
    private string _current = "";
    private string _wanted = "";

    protected override async Task OnInitializedAsync()
    {
        Watch(["person"], moved => moved.Key == _actor?.Id);
        _actor = await current.FindAsync(Leaving);
    }

    protected override async Task RefreshAsync(IReadOnlyCollection<Change> changes) => _actor = await current.FindAsync(Leaving) ?? _actor;

    private async Task ChangeAsync()
    {
        if (await current.FindAsync(Leaving) is { } actor)
        {
            _refusal = PeopleErrorText.Of(await change.RunAsync(actor, _current, _wanted, Leaving));
        }
    }

    private async Task SignOutAsync()
    {
        if (await current.FindAsync(Leaving) is { } actor)
        {
            await everywhere.RunAsync(actor, Guid.Parse(actor.Id), Leaving);
        }
    }
}
