using System.Globalization;

namespace OpsConsole;

/// <summary>The only place that spells a path. What a page filters or shows stands in its query, so that it can be sent as a link.</summary>
public static class OpsUrls
{
    public const string MyWork = "/";
    public const string NewCase = "/cases/new";
    public const string ImportCases = "/cases/import";
    public const string Approvals = "/approvals";
    public const string Policies = "/policies";
    public const string Connectors = "/connectors";
    public const string Channels = "/connectors/channels";
    public const string ImportConnector = "/connectors/import";
    public const string Audit = "/audit";
    public const string AuditExport = "/audit/export";
    public const string System = "/system";
    public const string People = "/admin/people";
    public const string Packs = "/admin/packs";
    public const string Ai = "/admin/ai";
    public const string Learning = "/admin/learning";
    public const string SignIn = "/signin";
    public const string SignOut = "/signout";
    public const string Setup = "/setup";
    public const string Join = "/join";
    public const string Account = "/account";
    public const string NotAllowed = "/not-allowed";

    /// <summary>
    /// Where an invited person chooses a password. The code stands behind the <c>#</c>, which browsers send to nobody: no log, trace or
    /// proxy on the way has it.
    /// </summary>
    public static string Invitation(string code) => $"{Join}#{Uri.EscapeDataString(code)}";

    public static string Case(Guid id) => $"/cases/{id}";

    /// <summary>The case, opened at one of its actions.</summary>
    public static string CaseAction(Guid caseId, Guid actionId) => $"/cases/{caseId}#action-{actionId}";

    /// <summary>My work, searched for <paramref name="text"/>.</summary>
    public static string Search(string text) => With(MyWork, ("q", text));

    public static string Suggestion(Guid id) => With(Learning, ("suggestion", id.ToString()));

    public static string Approval(Guid actionId) => With(Approvals, ("action", actionId.ToString()));

    public static string Policy(string id) => $"/policies/{Uri.EscapeDataString(id)}";

    public static string PolicyVersion(string id, int version) => With(Policy(id), ("version", version.ToString(CultureInfo.InvariantCulture)));

    /// <summary>A draft being written; without <paramref name="draftId"/> the one that is being written now.</summary>
    public static string PolicyDraft(string id, Guid? draftId = null) => With($"{Policy(id)}/draft", ("draft", draftId?.ToString()));

    /// <summary>A draft that waits for a second person.</summary>
    public static string PolicyReview(string id, Guid draftId) => With($"{Policy(id)}/review", ("draft", draftId.ToString()));

    public static string PolicyCompare(string id, int from, int to) =>
        With($"{Policy(id)}/compare", ("from", from.ToString(CultureInfo.InvariantCulture)), ("to", to.ToString(CultureInfo.InvariantCulture)));

    /// <summary>A draft beside a version.</summary>
    public static string PolicyCompare(string id, int from, Guid draftId) =>
        With($"{Policy(id)}/compare", ("from", from.ToString(CultureInfo.InvariantCulture)), ("draft", draftId.ToString()));

    /// <summary>The row that fired, highlighted, with the action that it fired for beside it.</summary>
    public static string PolicyHit(string policyId, string ruleId, Guid actionId) => With(Policy(policyId), ("hit", ruleId), ("action", actionId.ToString()));

    /// <summary>Why policies decided as they did: every table, row and cell, by the rules and records of that time.</summary>
    public static string Why(long decisionId) => string.Create(CultureInfo.InvariantCulture, $"/decisions/{decisionId}");

    public static string Connector(string systemId) => $"/connectors/{Uri.EscapeDataString(systemId)}";

    /// <summary>A record as it stands in its system now; <paramref name="record"/> is such as <c>sandbox/orders/W-23187</c>.</summary>
    public static string Record(string record) => With(Connector(record.Split('/')[0]), ("record", record));

    /// <summary>The log about one thing, such as <c>case/…</c>.</summary>
    public static string AuditOf(string subject) => With(Audit, ("subject", subject));

    /// <summary>A path with the given query members; those without a value are left out.</summary>
    public static string With(string path, params IEnumerable<(string Name, string? Value)> query)
    {
        var members = query.Where(member => !string.IsNullOrEmpty(member.Value)).Select(member => $"{member.Name}={Uri.EscapeDataString(member.Value!)}");
        var text = string.Join('&', members);
        return text.Length == 0 ? path : $"{path}?{text}";
    }
}
