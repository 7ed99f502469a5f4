using OpsConsole.Core.Preparation.Slots;
using OpsConsole.Core.Preparation.Understanding;

namespace OpsConsole.Core.Preparation.Playbooks;

/// <summary>What the trade does when a customer asks for one kind of thing: how the wish is recognised, what it needs, and which action answers it.</summary>
/// <param name="Subject">The entity that each request is about, such as <c>order</c>.</param>
/// <param name="Cues">Words that make a sentence this request.</param>
/// <param name="WeakCues">Words that do so only where no other playbook's cue stands in the same sentence.</param>
/// <param name="Wording">Trade words that may stand around such a request without changing it.</param>
/// <param name="Rank">Of two actions on one record the lower rank goes first, and the other depends on it.</param>
/// <param name="IsFinal">Nothing else can be done to the record in the same case.</param>
/// <param name="Otherwise">FEEL template: why no situation fits.</param>
/// <param name="Reply">FEEL template: what the reply says about it, once it is done.</param>
public sealed record Playbook(
    string Id,
    string CaseType,
    string Name,
    string Subject,
    IReadOnlyList<Phrase> Cues,
    IReadOnlyList<Phrase> WeakCues,
    IReadOnlySet<string> Wording,
    int Rank,
    bool IsFinal,
    IReadOnlyList<PlaybookSlot> Slots,
    IReadOnlyList<PlaybookSituation> Situations,
    string Otherwise,
    string Reply);

/// <summary>Something that the request must or may say.</summary>
/// <param name="When">FEEL: whether it is needed at all; null when always.</param>
/// <param name="Otherwise">FEEL: the value when the message says nothing of it; null when it must then be asked for.</param>
/// <param name="Ask">FEEL template: the question to the customer.</param>
public sealed record PlaybookSlot(string Name, SlotReader Reader, string? When, string? Otherwise, string Ask);

/// <summary>When it fits (FEEL over the records), the action type and FEEL for each of its parameters, over the records and <c>slots</c>.</summary>
public sealed record PlaybookSituation(string When, string ActionType, IReadOnlyDictionary<string, string> Parameters);
