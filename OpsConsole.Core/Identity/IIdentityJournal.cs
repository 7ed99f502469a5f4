using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Storage;

namespace OpsConsole.Core.Identity;

/// <summary>Where identity records what happened to people and keys. The audit log implements it; identity comes before audit and cannot name it.</summary>
public interface IIdentityJournal
{
    /// <summary>Records within the caller's write transaction.</summary>
    Task RecordAsync(OpsDbContext db, IdentityEvent happened, CancellationToken cancellation);
}

/// <summary>Something that happened to a person, a service or a key; the members are those of an audit entry.</summary>
public sealed record IdentityEvent(Actor Actor, string Event, string Subject, string Outcome, JsonObject Details)
{
    public static IdentityEvent Of(Actor actor, string @event, Person person, string outcome = "ok", JsonObject? details = null)
    {
        details ??= [];
        details["name"] = person.Name;
        return new IdentityEvent(actor, @event, $"person/{person.Id}", outcome, details);
    }

    public static IdentityEvent Refusal(Actor actor, string @event, string subject, string permission) =>
        new(actor, @event, subject, "refused", new JsonObject { ["lacks"] = permission });
}
