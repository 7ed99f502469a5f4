using OpsConsole.Core.Foundation.Packs;
using OpsConsole.Core.Foundation.Yaml;
using OpsConsole.Core.Preparation.Packs;
using OpsConsole.Core.Preparation.Slots;
using OpsConsole.Core.Preparation.Understanding;

namespace OpsConsole.Core.Preparation.Playbooks;

/// <summary>
/// Reads one playbook of <c>playbooks.yaml</c>:
/// <code>
/// - id: cancel
///   case-type: cancel
///   name: Cancel an order
///   subject: order
///   cues: [cancel, call off]
///   wording: [delivery]
///   rank: 90
///   final: true
///   slots:
///   - {name: reason, kind: choice, choices: {no longer needed: [no longer needed, do not need it]}, ask: Why should it be cancelled?}
///   situations:
///   - {when: 'order.status = "pending"', action-type: shop.cancel, parameters: {order_id: order.order_id, reason: slots.reason}}
///   otherwise: Order {order.order_id} is {order.status}; only a pending order can be cancelled.
///   reply: order {order.order_id} will be cancelled
/// </code>
/// </summary>
internal static class PlaybookReader
{
    private const string CaseTypeKind = "case type";

    public static Playbook Read(YamlPart item, ItemFields? items, PackReading reading)
    {
        item.AllowOnly("id", "case-type", "name", "subject", "cues", "weak-cues", "wording", "rank", "final", "slots", "situations", "otherwise", "reply");
        var playbook = new Playbook(
            item.Required("id"),
            item.Required("case-type"),
            item.Required("name"),
            item.Required("subject"),
            Phrases(item.List("cues")),
            Phrases(item.List("weak-cues")),
            item.List("wording").SelectMany(word => Words.Tokens(word.Text ?? "")).SelectMany(token => new[] { token.Word, token.Stem }).ToHashSet(StringComparer.Ordinal),
            item.Number("rank", 50),
            item.Flag("final"),
            [.. item.List("slots").Select(slot => Slot(slot, items)).OfType<PlaybookSlot>()],
            [.. item.List("situations").Select(situation => Situation(situation, reading))],
            PlaybookExpression.CheckedTemplate(item.Find("otherwise")),
            PlaybookExpression.CheckedTemplate(item.Find("reply")));
        if (item.Find("case-type") is { } type)
        {
            reading.Refer(CaseTypeKind, type.Text ?? "", type);
        }

        if (item.Find("subject") is { } subject)
        {
            reading.Refer("entity", subject.Text ?? "", subject);
        }

        if (playbook.Cues.Count + playbook.WeakCues.Count == 0)
        {
            item.Error("a playbook needs 'cues', or no message will ever ask for it");
        }

        reading.Declare("playbook", playbook.Id, playbook.Name, item);
        return playbook;
    }

    public static IReadOnlyList<Phrase> Phrases(IEnumerable<YamlPart> list) =>
        [.. list.Select(text => new Phrase(text.Text ?? "")).Where(phrase => phrase.Length > 0).OrderByDescending(phrase => phrase.Length)];

    private static PlaybookSlot? Slot(YamlPart slot, ItemFields? items)
    {
        var reader = SlotYaml.Read(slot, items);
        return reader is null
            ? null
            : new PlaybookSlot(
                slot.Required("name"), reader,
                slot.Find("when") is { } when ? PlaybookExpression.Checked(when) : null,
                slot.Find("otherwise") is { } otherwise ? PlaybookExpression.Checked(otherwise) : null,
                PlaybookExpression.CheckedTemplate(slot.Find("ask")));
    }

    private static PlaybookSituation Situation(YamlPart situation, PackReading reading)
    {
        situation.AllowOnly("when", "action-type", "parameters");
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in situation.Find("parameters")?.Members() ?? [])
        {
            parameters[name] = PlaybookExpression.Checked(value);
        }

        var type = situation.Required("action-type");
        reading.Refer(ActionTypesPart.Kind, type, situation.Find("action-type") ?? situation);
        return new PlaybookSituation(PlaybookExpression.Checked(situation.Find("when")), type, parameters);
    }
}
