using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Actions.Proposing;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Foundation.Packs;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies.Replaying;
using OpsConsole.Core.Preparation.Packs;
using OpsConsole.Core.Preparation.Slots;

namespace OpsConsole.Core.Preparation.Demo;

/// <summary>
/// Gives a demo workspace decisions to look back on, so that a replay shows something: made from the records of its system, judged by
/// the policies in force, with fates by a seeded chance, and marked as made up. There are no cases behind them.
/// </summary>
public sealed class MakeDemoHistory(
    OpsDatabase database, ReadPacks packs, IConnectorDirectory connectors, IActionTypes types, AssessAction assess, DecisionRecords records, TimeProvider clock)
{
    /// <summary>Until then everything has been decided and carried out.</summary>
    private static readonly TimeSpan Newest = TimeSpan.FromHours(30);

    /// <returns>How many decisions were made; none when there is a past already.</returns>
    public async Task<int> MakeAsync(CancellationToken cancellation)
    {
        if (await database.ReadAsync(db => records.HasPastAsync(db, cancellation), cancellation))
        {
            return 0;
        }

        var made = new List<PastEntry>();
        foreach (var pack in await packs.StoredAsync(cancellation))
        {
            var text = PackFiles.FromJson(pack.Id, pack.FilesJson).Texts.GetValueOrDefault(PastDecision.File, "");
            if (PastDecision.Parse(text) is var (head, kinds) && await connectors.FindAsync(JsonPath.Text(head["scan"]!["system"]), cancellation) is { } connector)
            {
                made.AddRange(await MakeAsync(head, kinds, connector, cancellation));
            }
        }

        return made.Count == 0 ? 0 : await database.WriteAsync(db => records.StorePastAsync(db, made, cancellation), cancellation);
    }

    private async Task<List<PastEntry>> MakeAsync(JsonObject head, IReadOnlyList<PastDecision> kinds, IConnector connector, CancellationToken cancellation)
    {
        var random = new Random(head["seed"]?.GetValue<int>() ?? 1);
        var scan = (JsonObject)head["scan"]!;
        var past = new PastSystem(connector);
        var maker = new PastMaker(past, assess.On(past), types, random, await PeopleAsync(cancellation));
        var source = new DemoRecords(connector, scan);
        var numbers = Enumerable.Range(scan["oldest"]!.GetValue<int>(), scan["newest"]!.GetValue<int>() - scan["oldest"]!.GetValue<int>() + 1).ToArray();
        random.Shuffle(numbers);
        var (wanted, made) = (head["decisions"]?.GetValue<int>() ?? 0, new List<PastEntry>());
        foreach (var number in numbers)
        {
            if (made.Count >= wanted)
            {
                break;
            }

            if (await source.FindAsync(number, cancellation) is { } view && When(head, view.Values, random) is { } at
                && await maker.MakeAsync(view, kinds, at, made.Count + 1, cancellation) is { } entry)
            {
                made.Add(entry);
            }
        }

        return made;
    }

    /// <summary>Some days after the record came to be, in the hours of a working day; null when that falls outside the span.</summary>
    private DateTimeOffset? When(JsonObject head, JsonObject view, Random random)
    {
        var now = clock.GetUtcNow();
        if (!DateTimeOffset.TryParse(JsonPath.Text(JsonPath.First(view, JsonPath.Text(head["since"]))), CultureInfo.InvariantCulture, out var since))
        {
            return null;
        }

        var at = new DateTimeOffset(since.UtcDateTime.Date.AddDays(random.Next(1, 20)).AddHours(7).AddMinutes(random.Next(0, 660)), TimeSpan.Zero);
        return at > now - Newest || at < now.AddDays(-(head["days"]?.GetValue<int>() ?? 0)) ? null : at;
    }

    private async Task<Dictionary<string, string>> PeopleAsync(CancellationToken cancellation) => (await database.ReadAsync(
        db => db.Set<Person>().Where(person => person.IsDemo).ToListAsync(cancellation), cancellation))
        .ToDictionary(person => person.Roles.FirstOrDefault() ?? "", person => person.Id.ToString(), StringComparer.Ordinal);
}
