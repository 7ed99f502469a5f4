namespace OpsConsole.Core.Identity;

/// <summary>What can come of changing people and services; closed.</summary>
public abstract record PeopleOutcome
{
    private PeopleOutcome()
    {
    }

    public sealed record Done(Guid Id) : PeopleOutcome;

    /// <summary>Done, and here is what will never be shown again.</summary>
    public sealed record DoneWithSecret(Guid Id, string Secret) : PeopleOutcome;

    public sealed record Forbidden(NotAllowed Missing) : PeopleOutcome;

    /// <summary>There is no such person, service or key (any more).</summary>
    public sealed record NotFound : PeopleOutcome;

    /// <summary>The workspace would be left without anyone who can administer it.</summary>
    public sealed record LastAdmin : PeopleOutcome;

    /// <summary>Nobody changes their own roles or locks themselves out.</summary>
    public sealed record OwnAccount : PeopleOutcome;

    /// <summary>The e-mail address or name belongs to somebody else.</summary>
    public sealed record Taken : PeopleOutcome;

    /// <summary>A field does not hold what it must; the sentences say which.</summary>
    public sealed record Invalid(IReadOnlyList<string> Reasons) : PeopleOutcome;

    /// <summary>The code was used, has expired, or never existed.</summary>
    public sealed record CodeUnusable : PeopleOutcome;
}
