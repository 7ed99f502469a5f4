using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpsConsole.Core.Foundation.Storage;

namespace OpsConsole.Core.Identity;

/// <summary>ASP.NET Core Identity over the caller's own transaction, so that an account, its audit row and its announcement commit together.</summary>
public sealed class PersonAccounts(IServiceProvider services)
{
    public UserManager<Person> Over(OpsDbContext db) =>
        ActivatorUtilities.CreateInstance<UserManager<Person>>(services, new UserOnlyStore<Person, OpsDbContext, Guid>(db));
}
