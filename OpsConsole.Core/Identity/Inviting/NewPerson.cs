using OpsConsole.Core.Foundation.Time;

namespace OpsConsole.Core.Identity.Inviting;

/// <summary>Who is to get an account.</summary>
public sealed record NewPerson(string Name, string Email)
{
    /// <summary>What is wrong with it, in sentences; empty when nothing is.</summary>
    internal IReadOnlyList<string> Objections() =>
    [
        .. string.IsNullOrWhiteSpace(Name) || Name.Length > 100 ? ["Give a name of at most 100 characters."] : Array.Empty<string>(),
        .. Email.Length > 254 ? ["An e-mail address has at most 254 characters."] : Array.Empty<string>(),
    ];

    internal Person ToPerson(IEnumerable<string> roles, TimeProvider clock) => new()
    {
        Id = Ids.New(clock),
        Name = Name.Trim(),
        Email = Email.Trim(),
        UserName = Email.Trim(),
        Roles = [.. roles],
        CreatedAt = clock.GetUtcNow(),
    };
}
