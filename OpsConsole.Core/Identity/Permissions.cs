using System.Collections.Frozen;

namespace OpsConsole.Core.Identity;

/// <summary>Everything that a person or service may be allowed to do. Handlers name one of these; nothing else grants anything.</summary>
public static class Permissions
{
    public const string CasesView = "cases:view";
    public const string CasesWork = "cases:work";
    public const string CasesSubmit = "cases:submit";

    /// <summary>To hand messages into cases that somebody else opened; for services that carry a channel.</summary>
    public const string CasesSubmitAny = "cases:submit-any";

    public const string CasesImport = "cases:import";
    public const string ActionsPropose = "actions:propose";
    public const string ActionsDecide = "actions:decide";
    public const string ActionsDecideAsSupervisor = "actions:decide-as-supervisor";
    public const string ActionsReconcile = "actions:reconcile";
    public const string PoliciesView = "policies:view";
    public const string PoliciesChange = "policies:change";
    public const string PoliciesPublish = "policies:publish";
    public const string ConnectorsView = "connectors:view";
    public const string ConnectorsChange = "connectors:change";
    public const string PacksChange = "packs:change";
    public const string LearningView = "learning:view";
    public const string LearningChange = "learning:change";
    public const string SystemView = "system:view";
    public const string SystemOperate = "system:operate";
    public const string ModelsConfigure = "models:configure";
    public const string AuditView = "audit:view";
    public const string AuditVerify = "audit:verify";
    public const string PeopleView = "people:view";
    public const string PeopleChange = "people:change";

    /// <summary>See which models are configured and what is spent on them; questions and answers with personal values hidden.</summary>
    public const string ModelsView = "models:view";

    /// <summary>Add and change providers, keys, budgets and where cases may be sent.</summary>

    /// <summary>See questions and answers with personal values put back.</summary>
    public const string ModelsRead = "models:read";

    public static readonly FrozenSet<string> All = typeof(Permissions).GetFields()
        .Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!).ToFrozenSet(StringComparer.Ordinal);
}
