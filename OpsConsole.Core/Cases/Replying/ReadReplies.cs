using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Connectors.Channels;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Cases.Replying;

/// <summary>An address that a reply could go to.</summary>
/// <param name="From">Where it is known from, such as "their last message" or "on record".</param>
/// <param name="IsOnRecord">A system of record has it for this customer.</param>
public sealed record ReplyRecipient(string Address, string From, bool IsOnRecord);

/// <summary>How a reply on one channel would go out.</summary>
/// <param name="Connector">Null when none is set up.</param>
/// <param name="Recipients">The likeliest first.</param>
public sealed record ReplyWay(string Channel, ChannelConnector? Connector, IReadOnlyList<ReplyRecipient> Recipients)
{
    public ChannelSettings Settings { get; } = Connector is null ? new ChannelSettings() : ChannelSettings.FromJson(Connector.SettingsJson);
}

/// <summary>A case's replies so far, and how the next one could go out; the likeliest channel first.</summary>
public sealed record CaseReplies(IReadOnlyDictionary<Guid, ReplyDelivery> Deliveries, IReadOnlyList<ReplyWay> Ways, string Subject, ReplyCheck? Check)
{
    public static readonly CaseReplies None = new(new Dictionary<Guid, ReplyDelivery>(), [], "", null);
}

/// <summary>Reads what the conversation needs to know of replies; nothing for those who may not see cases.</summary>
public sealed class ReadReplies(OpsDatabase database)
{
    public async Task<CaseReplies> ReadAsync(Actor actor, CaseView view, CancellationToken cancellation) => actor.May(Permissions.CasesView)
        ? await database.ReadAsync(db => ReadAsync(db, view, cancellation), cancellation)
        : CaseReplies.None;

    private static async Task<CaseReplies> ReadAsync(OpsDbContext db, CaseView view, CancellationToken cancellation)
    {
        var deliveries = await db.Set<ReplyDelivery>().Where(row => row.CaseId == view.Case.Id).ToDictionaryAsync(row => row.MessageId, cancellation);
        var ways = new List<ReplyWay>();
        foreach (var channel in Channels(view))
        {
            ways.Add(new ReplyWay(channel, await ChannelDirectory.FindRouteAsync(db, channel, cancellation), Recipients(view, channel)));
        }

        return new CaseReplies(deliveries, ways, ReplyThread.Of(view.Case, view.Messages, ways[0].Channel).Subject, ReplyCheck.Of(view.Case));
    }

    /// <summary>The channel on which the customer wrote last, then the others of the case, then e-mail.</summary>
    private static IEnumerable<string> Channels(CaseView view) => view.Messages.Where(message => message.Kind == MessageKind.Inbound).Reverse()
        .Select(message => message.Channel).Append(view.Case.Channel).Append(ChannelNames.Email).Select(ChannelNames.Of).Distinct(StringComparer.Ordinal);

    private static IReadOnlyList<ReplyRecipient> Recipients(CaseView view, string channel)
    {
        var onRecord = view.Facts.Where(fact => fact.Record is not null && fact.Record == view.Case.CustomerRecord && fact.Attribute.EndsWith(".email", StringComparison.Ordinal))
            .Select(fact => fact.Display).ToList();
        var inbound = view.Messages.Where(message => message.Kind == MessageKind.Inbound && ChannelNames.Of(message.Channel) == channel).Reverse().ToList();
        var found = inbound.Where(message => message.Address is not null).Select(message => (message.Address!, "their last message"));
        found = channel == ChannelNames.Email
            ? found.Concat(onRecord.Select(address => (address, "on record")))
                .Concat(view.Facts.Where(fact => fact.Attribute.EndsWith(".email", StringComparison.Ordinal)).Select(fact => (fact.Display, "in the message")))
                .Concat(Hint(view.Case)).Where(pair => ChannelSettings.IsAddress(pair.Item1))
            : found.Concat(inbound.Where(message => message.ThreadRef is not null).Select(message => (message.ThreadRef!, "their conversation")))
                .Concat(Hint(view.Case)).Append((view.Case.CustomerName ?? "", "their name")).Where(pair => pair.Item1.Length > 0);
        return [.. found.DistinctBy(pair => pair.Item1, StringComparer.OrdinalIgnoreCase)
            .Select(pair => new ReplyRecipient(pair.Item1, pair.Item2, onRecord.Contains(pair.Item1, StringComparer.OrdinalIgnoreCase)))];
    }

    private static IEnumerable<(string, string)> Hint(Case @case) => @case.CustomerHint is { Length: > 0 } hint ? [(hint, "from intake")] : [];
}
