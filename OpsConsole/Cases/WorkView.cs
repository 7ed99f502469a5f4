using OpsConsole.Controls;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Cases.Searching;
using OpsConsole.Core.Workflow;

namespace OpsConsole.Cases;

/// <summary>A list that stands ready at the left of My work.</summary>
public sealed record WorkView(string Group, string Name, CaseList List, Tone Tone = Tone.Quiet, string? Glyph = null)
{
    /// <summary>What counts as a case of high value, in hundredths.</summary>
    private const long HighValue = 500_00;

    /// <summary>All views, with one for each queue that a case type names.</summary>
    public static IReadOnlyList<WorkView> All(ICaseTypes types) =>
    [
        new("Queues", "My queue", CaseList.Mine),
        .. types.All.Select(type => type.Queue).Where(queue => queue.Length > 0).Distinct().Order(StringComparer.Ordinal)
            .Select(queue => new WorkView("Queues", queue, Everyone(new CaseFilter { Queue = queue }))),
        new("Queues", "All open", Everyone(new CaseFilter())),
        new("Saved views", "Ready to run", Everyone(new CaseFilter { Best = BestAction.ReadyToRun }), Tone.Good, "ready"),
        new("Saved views", "At risk", Everyone(new CaseFilter { Clock = CaseClockFilter.AtRisk }, CaseOrder.Due), Tone.Bad, "risk"),
        new("Saved views", "Unknown outcome", Everyone(new CaseFilter { Best = BestAction.Unknown }), Tone.Unknown, "unknown"),
        new("Saved views", "With customer", Everyone(new CaseFilter { Clock = CaseClockFilter.Paused }), Tone.Quiet, "paused"),
        new("Saved views", "Over 500\u00a0€", Everyone(new CaseFilter { ValueFrom = HighValue }), Tone.Quiet, "idle"),
        new("Handoffs", "Offered to me", Everyone(new CaseFilter { Offer = CaseOffer.ToMe })),
        new("Handoffs", "I offered", Everyone(new CaseFilter { Offer = CaseOffer.ByMe })),
    ];

    private static CaseList Everyone(CaseFilter filter, CaseOrder order = CaseOrder.Priority) => new(filter with { Owner = CaseOwner.Anyone }, order);
}
