using System.Text;
using OpsConsole.Core.Audit;
using OpsConsole.Core.Foundation.Json;
using OpsConsole.Core.Identity;
using OpsConsole.Identity;

namespace OpsConsole.Audit;

/// <summary>The audit page and its export.</summary>
public static class AuditWeb
{
    public static void AddAuditWeb(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<CaseNumbers>();
    }

    public static void MapAuditWeb(this WebApplication app)
    {
        app.MapGet(OpsUrls.AuditExport, ExportAsync).Needs(Permissions.AuditView).ExcludeFromDescription();
    }

    /// <summary>One case's entries as JSON lines, oldest first; each line holds what its hash covers, and the hash.</summary>
    private static async Task<IResult> ExportAsync(HttpContext context, Guid caseId, SearchAudit search, CancellationToken cancellation)
    {
        var rows = await search.ExportCaseAsync(context.ActorOf(), caseId, cancellation);
        return rows is null
            ? Results.Forbid()
            : Results.File(Encoding.UTF8.GetBytes(Lines(rows)), "application/jsonl", $"audit-{caseId}.jsonl");
    }

    private static string Lines(IReadOnlyList<AuditRecord> rows) => string.Concat(rows.Select(row => CanonicalJson.Write(row.ToJson()) + "\n"));
}
