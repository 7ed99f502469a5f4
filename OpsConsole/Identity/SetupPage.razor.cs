using Microsoft.AspNetCore.Components;
using OpsConsole.Core.Identity.Inviting;

namespace OpsConsole.Identity;

/// <summary>Makes the first administrator for whoever holds the code that the first start printed; afterwards it has nothing to offer.</summary>
public sealed partial class SetupPage(OpenWorkspace workspace, MakeFirstAdmin make, NavigationManager navigation)
{
    private bool _isOpen;
    private ErrorText? _refusal;

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "setup")]
    private SetupForm? Form { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Form ??= new SetupForm();
        _isOpen = await workspace.IsWaitingForFirstAdminAsync(Context.RequestAborted);
    }

    private async Task MakeAsync()
    {
        var outcome = await make.RunAsync(Form!.Code, new NewPerson(Form.Name, Form.Email), Form.Password, Context.RequestAborted);
        _refusal = PeopleErrorText.Of(outcome);
        if (_refusal is null)
        {
            navigation.NavigateTo(OpsUrls.SignIn);
        }
    }
}
