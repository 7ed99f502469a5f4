using System.Collections.Frozen;

namespace OpsConsole.Core.Identity;

/// <summary>The roles and what each may do.</summary>
public static class Roles
{
    public const string Agent = "agent";
    public const string Supervisor = "supervisor";
    public const string Admin = "admin";
    public const string Auditor = "auditor";

    /// <summary>A service identity that hands in cases and nothing else.</summary>
    public const string Intake = "intake";

    /// <summary>A service identity that proposes actions; it can never approve one.</summary>
    public const string Proposer = "proposer";

    private static readonly string[] AgentGrants =
        [Permissions.CasesView, Permissions.CasesWork, Permissions.CasesSubmit, Permissions.ActionsPropose, Permissions.ActionsDecide, Permissions.PoliciesView];

    public static readonly FrozenDictionary<string, FrozenSet<string>> Grants = new Dictionary<string, FrozenSet<string>>
    {
        [Agent] = AgentGrants.ToFrozenSet(StringComparer.Ordinal),
        [Supervisor] = AgentGrants.Concat([
            Permissions.ActionsDecideAsSupervisor, Permissions.ActionsReconcile, Permissions.CasesImport, Permissions.SystemView,
            Permissions.AuditView, Permissions.ConnectorsView, Permissions.PeopleView, Permissions.PoliciesPublish,
            Permissions.ModelsView, Permissions.ModelsRead]).ToFrozenSet(StringComparer.Ordinal),
        [Admin] = new[]
        {
            Permissions.CasesView, Permissions.CasesSubmit, Permissions.CasesImport, Permissions.PoliciesView, Permissions.PoliciesChange,
            Permissions.PoliciesPublish, Permissions.ConnectorsView, Permissions.ConnectorsChange, Permissions.PacksChange, Permissions.SystemView, Permissions.SystemOperate,
            Permissions.ActionsReconcile, Permissions.AuditView, Permissions.AuditVerify, Permissions.PeopleView, Permissions.PeopleChange,
            Permissions.ModelsView, Permissions.ModelsConfigure,
        }.ToFrozenSet(StringComparer.Ordinal),
        [Auditor] = new[]
        {
            Permissions.CasesView, Permissions.PoliciesView, Permissions.ConnectorsView, Permissions.SystemView,
            Permissions.AuditView, Permissions.AuditVerify, Permissions.PeopleView, Permissions.ModelsView, Permissions.ModelsRead,
        }.ToFrozenSet(StringComparer.Ordinal),
        [Intake] = new[] { Permissions.CasesSubmit }.ToFrozenSet(StringComparer.Ordinal),
        [Proposer] = new[] { Permissions.CasesView, Permissions.ActionsPropose }.ToFrozenSet(StringComparer.Ordinal),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The roles that a person may hold; the others are for services.</summary>
    public static readonly IReadOnlyList<string> ForPeople = [Agent, Supervisor, Admin, Auditor];

    /// <summary>The roles that a service identity may hold.</summary>
    public static readonly IReadOnlyList<string> ForServices = [Intake, Proposer];
}
