using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity.Changing;
using OpsConsole.Core.Identity.Inviting;
using OpsConsole.Core.Identity.Issuing;
using OpsConsole.Core.Identity.SigningIn;

namespace OpsConsole.Core.Identity;

/// <summary>People, roles, permissions, service identities.</summary>
public static class IdentityFeature
{
    public const int ShortestPassword = 12;

    public static IServiceCollection AddIdentityFeature(this IServiceCollection services)
    {
        services.AddSingleton<ModelPart>(IdentityMapping.Map);
        services.TryAddSingleton(new DemoOptions());
        services.AddAccounts();
        services.AddSingleton<FindActor>();
        services.AddSingleton<OpenWorkspace>();
        services.AddSingleton<SignIn>();
        services.AddSingleton<SignOutEverywhere>();
        services.AddSingleton<ChangePassword>();
        services.AddSingleton<MakeFirstAdmin>();
        services.AddSingleton<InvitePerson>();
        services.AddSingleton<AcceptInvitation>();
        services.AddSingleton<ChangeRoles>();
        services.AddSingleton<LockPerson>();
        services.AddSingleton<ListPeople>();
        services.AddSingleton<ListColleagues>();
        services.AddSingleton<AddService>();
        services.AddSingleton<ChangeApiKeys>();
        return services;
    }

    /// <summary>The parts of ASP.NET Core Identity that <see cref="PersonAccounts"/> puts together over a transaction.</summary>
    private static void AddAccounts(this IServiceCollection services)
    {
        services.Configure<IdentityOptions>(options =>
        {
            options.User.RequireUniqueEmail = true;
            options.User.AllowedUserNameCharacters = "";
            options.Password = new PasswordOptions
            {
                RequiredLength = ShortestPassword,
                RequiredUniqueChars = 1,
                RequireDigit = false,
                RequireLowercase = false,
                RequireNonAlphanumeric = false,
                RequireUppercase = false,
            };
        });
        services.AddSingleton<IPasswordHasher<Person>, PasswordHasher<Person>>();
        services.AddSingleton<IPasswordValidator<Person>, PasswordValidator<Person>>();
        services.AddSingleton<IPasswordValidator<Person>, PasswordIsNotObvious>();
        services.AddSingleton<IUserValidator<Person>, UserValidator<Person>>();
        services.AddSingleton<ILookupNormalizer, UpperInvariantLookupNormalizer>();
        services.AddSingleton<IdentityErrorDescriber>();
        services.AddSingleton<PersonAccounts>();
    }
}
