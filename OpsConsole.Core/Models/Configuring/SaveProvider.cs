using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Models.Reaching;

namespace OpsConsole.Core.Models.Configuring;

/// <summary>Adds a provider, changes it, moves it in the order, removes it.</summary>
public sealed partial class SaveProvider
{
    private readonly ModelChange _change;
    private readonly OpenAiClients _clients;
    private readonly TimeProvider _clock;

    internal SaveProvider(ModelChange change, OpenAiClients clients, TimeProvider clock) => (_change, _clients, _clock) = (change, clients, clock);

    /// <param name="wanted">As it is to be; its version and who changed it are set here.</param>
    /// <param name="isNew">Whether no provider of this name may be there yet.</param>
    public async Task<ModelsOutcome> SaveAsync(Actor actor, ModelProvider wanted, bool isNew, CancellationToken cancellation)
    {
        var faults = Faults(wanted).ToList();
        if (faults.Count > 0 && actor.May(Permissions.ModelsConfigure))
        {
            return new ModelsOutcome.Invalid(faults);
        }

        var isTaken = false;
        var outcome = await _change.ApplyAsync(actor, isNew ? "model.provider-added" : "model.provider-changed", Subject(wanted.Name), Details(wanted), Apply, cancellation);
        return isTaken ? new ModelsOutcome.Invalid([$"There is a provider named {wanted.Name} already; choose another name."]) : outcome;

        async Task<bool> Apply(OpsDbContext db)
        {
            var known = await db.Set<ModelProvider>().FirstOrDefaultAsync(row => row.Name == wanted.Name, cancellation);
            isTaken = isNew && known is not null;
            if (isTaken || (!isNew && known is null))
            {
                return false;
            }

            (wanted.ChangedAt, wanted.ChangedBy, wanted.Version) = (_clock.GetUtcNow(), actor.Name, (known?.Version ?? 0) + 1);
            if (isNew)
            {
                wanted.Position = (await db.Set<ModelProvider>().MaxAsync(row => (int?)row.Position, cancellation) ?? 0) + 1;
                db.Add(wanted);
            }
            else
            {
                db.Update(wanted);
            }

            return true;
        }
    }

    /// <summary>Moves a provider one place up in the order in which they are asked.</summary>
    public Task<ModelsOutcome> MoveUpAsync(Actor actor, string name, CancellationToken cancellation) => _change.ApplyAsync(
        actor, "model.provider-moved", Subject(name), new JsonObject(),
        async db =>
        {
            var all = await db.Set<ModelProvider>().AsTracking().OrderBy(row => row.Position).ThenBy(row => row.Name).ToListAsync(cancellation);
            var at = all.FindIndex(row => row.Name == name);
            if (at < 0)
            {
                return false;
            }

            if (at > 0)
            {
                (all[at - 1], all[at]) = (all[at], all[at - 1]);
            }

            for (var index = 0; index < all.Count; index++)
            {
                all[index].Position = index + 1;
            }

            return true;
        },
        cancellation);

    public Task<ModelsOutcome> RemoveAsync(Actor actor, string name, CancellationToken cancellation) => _change.ApplyAsync(
        actor, "model.provider-removed", Subject(name), new JsonObject(),
        async db =>
        {
            await db.Set<ModelKey>().Where(row => row.Provider == name).ExecuteDeleteAsync(cancellation);
            return await db.Set<ModelProvider>().Where(row => row.Name == name).ExecuteDeleteAsync(cancellation) > 0;
        },
        cancellation);

    internal static string Subject(string name) => $"model-provider/{name}";

    private IEnumerable<string> Faults(ModelProvider wanted)
    {
        if (!NameRule().IsMatch(wanted.Name))
        {
            yield return "The name must have 2 to 40 letters, digits, spaces or hyphens, and begin with a letter.";
        }

        var address = Uri.TryCreate(wanted.BaseUrl, UriKind.Absolute, out var parsed) ? _clients.Refuse(parsed) : "The address must begin with https:// or http://.";
        if (address is not null)
        {
            yield return address;
        }

        if (string.IsNullOrWhiteSpace(wanted.FastModel) && string.IsNullOrWhiteSpace(wanted.CarefulModel))
        {
            yield return "Name a model for at least one role.";
        }

        if (wanted.Kind == ProviderKind.Azure && wanted.ApiVersion.Length == 0)
        {
            yield return "Azure needs the version of its interface, such as 2024-10-21.";
        }

        foreach (var (what, value, least, most) in new[]
        {
            ("Seconds to connect", (long)wanted.ConnectSeconds, 1L, 60L), ("Seconds until the answer begins", wanted.FirstTokenSeconds, 1, 600), ("Seconds until the answer ends", wanted.WholeSeconds, 1, 1800),
            ("The largest answer", wanted.MostAnswerBytes, 1024, 4 * 1024 * 1024), ("The price of what is sent", wanted.InputPrice, 0, 1_000_000_000_000), ("The price of what is answered", wanted.OutputPrice, 0, 1_000_000_000_000),
        })
        {
            if (value < least || value > most)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"{what} must lie between {least:N0} and {most:N0}.");
            }
        }
    }

    private static JsonObject Details(ModelProvider provider) => new()
    {
        ["kind"] = provider.Kind.ToString(),
        ["address"] = provider.BaseUrl,
        ["fast"] = provider.FastModel,
        ["careful"] = provider.CarefulModel,
        ["region"] = provider.Region,
        ["inputPrice"] = provider.InputPrice,
        ["outputPrice"] = provider.OutputPrice,
        ["isOn"] = provider.IsOn,
    };

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9 -]{1,39}$", RegexOptions.CultureInvariant)]
    private static partial Regex NameRule();
}
