using OpsConsole.Controls;
using OpsConsole.Core.Cases.Searching;
using OpsConsole.Core.Workflow;

namespace OpsConsole.Cases;

/// <summary>One thing that narrows the list, in words, and the list without it.</summary>
public sealed record WorkFilter(string Text, CaseList Without)
{
    /// <summary>Everything that narrows <paramref name="list"/>.</summary>
    public static IEnumerable<WorkFilter> Of(CaseList list, ICaseTypes types)
    {
        var filter = list.Filter;
        WorkFilter? Chip(bool wanted, string words, CaseFilter without) => wanted ? new WorkFilter(words, list with { Filter = without }) : null;
        return new[]
        {
            Chip(filter.Text is not null, $"Words are “{filter.Text}”", filter with { Text = null, Scope = CaseScope.Open, Owner = CaseOwner.MeOrNobody }),
            Chip(filter.Queue is not null, $"Queue is {filter.Queue}", filter with { Queue = null }),
            Chip(filter.Owner != CaseOwner.Anyone, $"Owner is {Words(filter.Owner)}", filter with { Owner = CaseOwner.Anyone }),
            Chip(filter.Scope != CaseScope.Open && filter.Text is null, Words(filter.Scope), filter with { Scope = CaseScope.Open }),
            Chip(filter.Stage is not null, $"Stage is {filter.Stage}", filter with { Stage = null }),
            Chip(filter.CaseTypeId is not null, $"Type is {types.Find(filter.CaseTypeId ?? "")?.Name ?? filter.CaseTypeId}", filter with { CaseTypeId = null }),
            Chip(filter.Best is not null, $"Best action is {StatusLook.Of(filter.Best ?? default).Word.ToLowerInvariant()}", filter with { Best = null }),
            Chip(filter.Clock != CaseClockFilter.Any, Words(filter.Clock), filter with { Clock = CaseClockFilter.Any }),
            Chip(filter.Offer != CaseOffer.Any, Words(filter.Offer), filter with { Offer = CaseOffer.Any }),
            Chip(filter.CustomerRecord is not null, $"Customer is {filter.CustomerRecord}", filter with { CustomerRecord = null }),
            Chip(filter.ValueFrom is not null, $"At stake at least {Phrase.Money(filter.ValueFrom ?? 0, null)}", filter with { ValueFrom = null }),
        }.OfType<WorkFilter>();
    }

    public static string Words(CaseOwner owner) => owner switch
    {
        CaseOwner.Anyone => "anyone",
        CaseOwner.Me => "me",
        CaseOwner.Nobody => "nobody",
        CaseOwner.MeOrNobody => "me or nobody",
    };

    public static string Words(CaseScope scope) => scope switch
    {
        CaseScope.Open => "Open",
        CaseScope.Resolved => "Resolved",
        CaseScope.All => "Open and resolved",
    };

    public static string Words(CaseClockFilter clock) => clock switch
    {
        CaseClockFilter.Any => "Any time left",
        CaseClockFilter.AtRisk => "At risk or over",
        CaseClockFilter.Breached => "Over",
        CaseClockFilter.Paused => "With customer",
    };

    public static string Words(CaseOrder order) => order switch
    {
        CaseOrder.Priority => "priority",
        CaseOrder.Due => "time left",
        CaseOrder.Oldest => "age, oldest first",
        CaseOrder.Newest => "age, newest first",
    };

    private static string Words(CaseOffer offer) => offer == CaseOffer.ToMe ? "Offered to me" : "Offered by me";
}
