using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Audit;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Foundation.Time;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Connectors.Channels;

/// <summary>What an admin wants a connector to be.</summary>
/// <param name="Id">Null for a new one.</param>
/// <param name="SeenVersion">The version that was changed; not looked at for a new one.</param>
/// <param name="Secret">The password or signing key; null leaves the one that is kept.</param>
public sealed record ChannelForm(Guid? Id, int SeenVersion, string Name, ChannelConnectorKind Kind, ChannelSettings Settings, string? Secret);

/// <summary>How setting up a channel ended.</summary>
public abstract record ChannelOutcome
{
    private ChannelOutcome()
    {
    }

    public sealed record Saved(Guid Id) : ChannelOutcome;

    /// <summary>What was given cannot be used; one sentence each.</summary>
    public sealed record Invalid(IReadOnlyList<string> Problems) : ChannelOutcome;

    /// <summary>Somebody changed or removed it meanwhile.</summary>
    public sealed record Stale : ChannelOutcome;

    public sealed record Forbidden(NotAllowed Lacking) : ChannelOutcome;
}

/// <summary>Sets up the ways out to customers, and says which channel goes through which. A secret goes in and never comes out.</summary>
public sealed class SetUpChannels(OpsDatabase database, IAuditLog audit, SystemSecrets secrets, TimeProvider clock)
{
    /// <summary>Announced with every change.</summary>
    public const string Topic = "channel";

    private const int MostName = 80;

    public Task<ChannelOutcome> SaveAsync(Actor actor, ChannelForm form, CancellationToken cancellation)
    {
        var details = new JsonObject { ["name"] = form.Name, ["kind"] = form.Kind.ToString(), ["secret_set"] = !string.IsNullOrWhiteSpace(form.Secret) };
        return ApplyAsync(actor, "channel.saved", details, db => SaveAsync(db, actor, form, cancellation), cancellation);
    }

    /// <param name="connectorId">Null when the channel is to have no connector of its own.</param>
    public Task<ChannelOutcome> RouteAsync(Actor actor, string channel, Guid? connectorId, CancellationToken cancellation)
    {
        var name = ChannelNames.Of(channel);
        var details = new JsonObject { ["channel"] = name, ["connector"] = connectorId?.ToString() };
        return ApplyAsync(actor, "channel.routed", details, db => RouteAsync(db, name, connectorId, cancellation), cancellation);
    }

    /// <summary>Removes a connector that no channel goes through; its secret goes with it.</summary>
    public Task<ChannelOutcome> RemoveAsync(Actor actor, Guid id, CancellationToken cancellation) =>
        ApplyAsync(actor, "channel.removed", new JsonObject { ["connector"] = id.ToString() }, db => RemoveAsync(db, id, cancellation), cancellation);

    private async Task<ChannelOutcome> SaveAsync(OpsDbContext db, Actor actor, ChannelForm form, CancellationToken cancellation)
    {
        List<string> problems = [.. form.Settings.Problems(form.Kind)];
        if (string.IsNullOrWhiteSpace(form.Name) || form.Name.Length > MostName || form.Name.Any(char.IsControl))
        {
            problems.Insert(0, $"Give it a name of 1 to {MostName} characters.");
        }

        if (problems.Count > 0)
        {
            return new ChannelOutcome.Invalid(problems);
        }

        var row = form.Id is { } id ? await db.Set<ChannelConnector>().SingleOrDefaultAsync(found => found.Id == id, cancellation) : null;
        if (form.Id is not null && (row is null || row.Version != form.SeenVersion || row.Kind != form.Kind))
        {
            return new ChannelOutcome.Stale();
        }

        var now = clock.GetUtcNow();
        if (row is null)
        {
            row = new ChannelConnector { Id = Ids.New(clock), Name = form.Name.Trim(), Kind = form.Kind, SettingsJson = form.Settings.ToJson(), ChangedAt = now, ChangedBy = actor.Name, Version = 1 };
            db.Add(row);
        }
        else
        {
            (row.Name, row.SettingsJson, row.ChangedAt, row.ChangedBy, row.Version) = (form.Name.Trim(), form.Settings.ToJson(), now, actor.Name, row.Version + 1);
        }

        if (!string.IsNullOrWhiteSpace(form.Secret))
        {
            await KeepAsync(db, ChannelConnector.SecretId(row.Id), form.Secret.Trim(), actor, now, cancellation);
        }

        return new ChannelOutcome.Saved(row.Id);
    }

    private async Task KeepAsync(OpsDbContext db, string secretId, string secret, Actor actor, DateTimeOffset now, CancellationToken cancellation)
    {
        var encrypted = secrets.Protect(secretId, secret);
        if (await db.Set<SystemSecret>().SingleOrDefaultAsync(row => row.SystemId == secretId, cancellation) is { } known)
        {
            (known.Protected, known.SetAt, known.SetBy) = (encrypted, now, actor.Name);
        }
        else
        {
            db.Add(new SystemSecret { SystemId = secretId, Protected = encrypted, SetAt = now, SetBy = actor.Name });
        }
    }

    private static async Task<ChannelOutcome> RouteAsync(OpsDbContext db, string channel, Guid? connectorId, CancellationToken cancellation)
    {
        if (!ChannelNames.All.Contains(channel))
        {
            return new ChannelOutcome.Invalid([$"There is no channel “{channel}”."]);
        }

        var connector = connectorId is { } id ? await db.Set<ChannelConnector>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation) : null;
        if (connectorId is not null && connector is null)
        {
            return new ChannelOutcome.Stale();
        }

        var route = await db.Set<ChannelRoute>().SingleOrDefaultAsync(row => row.Channel == channel, cancellation);
        switch (route, connector)
        {
            case ({ } known, null):
                db.Remove(known);
                break;
            case ({ } known, { } wanted):
                known.ConnectorId = wanted.Id;
                break;
            case (null, { } wanted):
                db.Add(new ChannelRoute { Channel = channel, ConnectorId = wanted.Id });
                break;
        }

        return new ChannelOutcome.Saved(connectorId ?? Guid.Empty);
    }

    private static async Task<ChannelOutcome> RemoveAsync(OpsDbContext db, Guid id, CancellationToken cancellation)
    {
        if (await db.Set<ChannelRoute>().AnyAsync(row => row.ConnectorId == id, cancellation))
        {
            return new ChannelOutcome.Invalid(["A channel still goes through it; choose another connector for the channel first."]);
        }

        var removed = await db.Set<ChannelConnector>().Where(row => row.Id == id).ExecuteDeleteAsync(cancellation);
        var secret = ChannelConnector.SecretId(id);
        await db.Set<SystemSecret>().Where(row => row.SystemId == secret).ExecuteDeleteAsync(cancellation);
        return removed == 0 ? new ChannelOutcome.Stale() : new ChannelOutcome.Saved(id);
    }

    private Task<ChannelOutcome> ApplyAsync(
        Actor actor, string happened, JsonObject details, Func<OpsDbContext, Task<ChannelOutcome>> apply, CancellationToken cancellation) =>
        database.WriteAsync(
            async db =>
            {
                var outcome = actor.May(Permissions.ConnectorsChange) || actor == Actor.Jobs
                    ? await apply(db)
                    : new ChannelOutcome.Forbidden(new NotAllowed(Permissions.ConnectorsChange));
                if (outcome is ChannelOutcome.Saved)
                {
                    db.Announce(Topic, "");
                }
                else
                {
                    details["refusal"] = outcome.GetType().Name;
                }

                await audit.AppendAsync(db, new AuditEntry(actor, happened, "channels", outcome is ChannelOutcome.Saved ? "ok" : "refused", details), cancellation);
                return outcome;
            },
            cancellation);
}
