namespace OpsConsole.Identity;

/// <summary>What the form for an invitation sends.</summary>
public sealed class JoinForm
{
    public string Code { get; set; } = "";

    public string Password { get; set; } = "";
}
