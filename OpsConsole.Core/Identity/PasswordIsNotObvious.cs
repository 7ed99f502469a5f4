using Microsoft.AspNetCore.Identity;

namespace OpsConsole.Core.Identity;

/// <summary>Refuses what is guessed first. Length does the rest (NIST SP 800-63B, 5.1.1.2): no rules about kinds of characters.</summary>
public sealed class PasswordIsNotObvious : IPasswordValidator<Person>
{
    private const int FewestDifferentCharacters = 5;

    private static readonly string[] Common =
        ["password", "passwort", "letmein", "welcome", "qwerty", "qwertz", "123456", "abcdef", "opsconsole", "iloveyou", "admin", "changeme"];

    public Task<IdentityResult> ValidateAsync(UserManager<Person> manager, Person user, string? password)
    {
        var reason = Objection(user, password ?? "");
        return Task.FromResult(reason is null ? IdentityResult.Success : IdentityResult.Failed(new IdentityError { Code = "Obvious", Description = reason }));
    }

    private static string? Objection(Person person, string password)
    {
        if (password.Distinct().Count() < FewestDifferentCharacters)
        {
            return "It repeats too few characters.";
        }

        var words = person.Name.Split(' ').Append(person.Email?.Split('@')[0] ?? "").Where(word => word.Length >= 3);
        if (words.Any(word => password.Contains(word, StringComparison.OrdinalIgnoreCase)))
        {
            return "It contains your name or e-mail address.";
        }

        // A common word may be part of a long sentence; it must not be most of the password.
        var rest = Common.Aggregate(password, (left, word) => left.Replace(word, "", StringComparison.OrdinalIgnoreCase));
        return rest.Length < password.Length && rest.Length < 8 ? "It is built on one of the most common passwords." : null;
    }
}
