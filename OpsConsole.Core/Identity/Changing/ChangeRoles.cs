using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Storage;

namespace OpsConsole.Core.Identity.Changing;

/// <summary>Gives a person exactly these roles. Open pages of that person lose at once what is taken away.</summary>
public sealed class ChangeRoles(OpsDatabase database, IIdentityJournal journal)
{
    public async Task<PeopleOutcome> RunAsync(Actor actor, Guid personId, IReadOnlyList<string> roles, CancellationToken cancellation)
    {
        if (roles.Except(Roles.ForPeople).FirstOrDefault() is { } unknown)
        {
            return new PeopleOutcome.Invalid([$"There is no role {unknown} for people."]);
        }

        return await PersonChange.RunAsync(database, journal, new PersonCommand(actor, personId, "person.roles-changed"), Change, cancellation);

        JsonObject Change(Person person)
        {
            var details = new JsonObject { ["before"] = Names(person.Roles), ["after"] = Names(roles) };
            person.Roles = [.. roles];
            return details;
        }
    }

    private static JsonArray Names(IEnumerable<string> roles) => [.. roles.Select(role => JsonValue.Create(role))];
}
