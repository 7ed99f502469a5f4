using OpsConsole.Core.Identity;

namespace OpsConsole.Components.Layout;

/// <summary>One place of the navigation, shown to those who may see it.</summary>
/// <param name="Keys">The two keys that lead there.</param>
public sealed record NavItem(string Group, string Text, string Icon, string Href, string Permission, string? Keys = null)
{
    /// <summary>All places, in their order.</summary>
    public static readonly IReadOnlyList<NavItem> All =
    [
        new("Work", "My work", "work", OpsUrls.MyWork, Permissions.CasesView, "g c"),
        new("Work", "Approvals", "approvals", OpsUrls.Approvals, Permissions.ActionsDecide, "g a"),
        new("Govern", "Policies", "policies", OpsUrls.Policies, Permissions.PoliciesView, "g p"),
        new("Govern", "Connectors", "connectors", OpsUrls.Connectors, Permissions.ConnectorsView, "g o"),
        new("Prove", "Audit", "audit", OpsUrls.Audit, Permissions.AuditView, "g l"),
        new("Run", "System", "jobs", OpsUrls.System, Permissions.SystemView, "g s"),
        new("Run", "People", "people", OpsUrls.People, Permissions.PeopleView),
        new("Run", "AI", "model", OpsUrls.Ai, Permissions.ModelsView, "g i"),
        new("Run", "Learning", "outcomes", OpsUrls.Learning, Permissions.LearningView),
        new("Run", "Packs", "packs", OpsUrls.Packs, Permissions.PacksChange),
    ];
}
