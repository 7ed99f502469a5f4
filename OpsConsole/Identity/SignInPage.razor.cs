using Microsoft.AspNetCore.Components;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Identity.SigningIn;

namespace OpsConsole.Identity;

/// <summary>Lets people in by password and, in a demo workspace, by one press. Answered without a circuit, because it sets the cookie.</summary>
public sealed partial class SignInPage(SignIn signIn, NavigationManager navigation)
{
    private const string PasswordForm = "password";
    private const string DemoForm = "demo";
    private const string Refusal = "E-mail and password do not match, or the account is locked. Check both; after five wrong passwords wait ten minutes.";

    private static readonly DemoPerson[] DemoPersons =
    [
        Person(Roles.Agent, "Service agent", "works on prepared cases"),
        Person(Roles.Supervisor, "Supervisor", "decides what exceeds an agent"),
        Person(Roles.Admin, "Admin", "systems, policies, people"),
        Person(Roles.Auditor, "Auditor", "reads all, changes nothing"),
    ];

    private bool _refused;

    [Inject]
    private DemoOptions Demo { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "returnUrl")]
    private string? ReturnUrl { get; set; }

    [SupplyParameterFromForm(FormName = PasswordForm)]
    private SignInForm? Form { get; set; }

    [SupplyParameterFromForm(FormName = DemoForm)]
    private string? DemoRole { get; set; }

    protected override void OnInitialized() => Form ??= new SignInForm();

    private async Task SignInAsync() => await FinishAsync(await signIn.WithPasswordAsync(Form!.Email, Form.Password, Context.RequestAborted));

    private async Task SignInAsDemoAsync() => await FinishAsync(await signIn.AsDemoAsync(DemoRole ?? "", Context.RequestAborted));

    private async Task FinishAsync(SignInOutcome outcome)
    {
        if (outcome is SignInOutcome.SignedIn(var actor, var stamp))
        {
            await PersonCookie.SignInAsync(Context, actor, stamp);
            navigation.NavigateTo(LocalUrl.OrMyWork(ReturnUrl));
        }

        _refused = outcome is SignInOutcome.Refused;
    }

    private static DemoPerson Person(string role, string title, string sentence) => new(role, title, DemoPeople.NameOf(role), sentence);

    private sealed record DemoPerson(string Role, string Title, string Name, string Sentence);
}
