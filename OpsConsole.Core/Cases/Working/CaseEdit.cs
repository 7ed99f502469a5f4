using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Storage;

namespace OpsConsole.Core.Cases.Working;

/// <summary>A case in the hands of a command.</summary>
internal sealed record CaseEdit(OpsDbContext Db, Case Case, DateTimeOffset Now, CancellationToken Cancellation)
{
    /// <summary>What the audit row says beyond who, what and when.</summary>
    public JsonObject Details { get; } = [];

    public void Finish()
    {
        Case.Version++;
        Case.UpdatedAt = Now;
        Db.Announce("case", Case.Id);
    }
}
