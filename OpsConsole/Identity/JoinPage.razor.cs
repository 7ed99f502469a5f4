using Microsoft.AspNetCore.Components;
using OpsConsole.Core.Identity.Inviting;

namespace OpsConsole.Identity;

/// <summary>Where an invited person chooses a password. Following the link does nothing by itself; the form does, into which a script writes the code behind the #.</summary>
public sealed partial class JoinPage(AcceptInvitation accept, NavigationManager navigation)
{
    private ErrorText? _refusal;

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "join")]
    private JoinForm? Form { get; set; }

    protected override void OnInitialized() => Form ??= new JoinForm();

    private async Task AcceptAsync()
    {
        _refusal = PeopleErrorText.Of(await accept.RunAsync(Form!.Code, Form.Password, Context.RequestAborted));
        if (_refusal is null)
        {
            navigation.NavigateTo(OpsUrls.SignIn);
        }
    }
}
