using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Foundation.Time;

namespace OpsConsole.Core.Identity.Issuing;

/// <summary>Lets another program in, with roles for services only.</summary>
public sealed class AddService(OpsDatabase database, IIdentityJournal journal, TimeProvider clock)
{
    public Task<PeopleOutcome> RunAsync(Actor actor, string name, IReadOnlyList<string> roles, CancellationToken cancellation) =>
        database.WriteAsync<PeopleOutcome>(
            async db =>
            {
                if (!actor.May(Permissions.PeopleChange))
                {
                    await journal.RecordAsync(db, IdentityEvent.Refusal(actor, "service.added", "service/new", Permissions.PeopleChange), cancellation);
                    return new PeopleOutcome.Forbidden(new NotAllowed(Permissions.PeopleChange));
                }

                name = name.Trim();
                if (name.Length is 0 or > 100 || roles.Count == 0 || roles.Except(Roles.ForServices).Any())
                {
                    return new PeopleOutcome.Invalid([$"Give a name of at most 100 characters and one of the roles {string.Join(", ", Roles.ForServices)}."]);
                }

                if (await db.Set<ServiceIdentity>().AnyAsync(row => row.Name == name, cancellation))
                {
                    return new PeopleOutcome.Taken();
                }

                var service = new ServiceIdentity { Id = Ids.New(clock), Name = name, Roles = [.. roles], CreatedAt = clock.GetUtcNow(), CreatedBy = actor.Name };
                db.Add(service);
                var details = new JsonObject { ["name"] = name, ["roles"] = new JsonArray([.. roles.Select(role => JsonValue.Create(role))]) };
                await journal.RecordAsync(db, new IdentityEvent(actor, "service.added", $"service/{service.Id}", "ok", details), cancellation);
                db.Announce("person", service.Id);
                return new PeopleOutcome.Done(service.Id);
            },
            cancellation);
}
