namespace OpsConsole.Identity;

/// <summary>What the sign-in form sends.</summary>
public sealed class SignInForm
{
    public string Email { get; set; } = "";

    public string Password { get; set; } = "";
}
