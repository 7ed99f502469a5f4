using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies.Documents;

namespace OpsConsole.Core.Policies.Authoring;

public enum PolicyFormat
{
    /// <summary>The policy file, as packs hold it.</summary>
    Yaml,

    /// <summary>A DMN 1.5 model, for other tools.</summary>
    Dmn,
}

/// <summary>How an export ended.</summary>
public abstract record ExportOutcome
{
    private ExportOutcome()
    {
    }

    public sealed record Exported(string FileName, string Text) : ExportOutcome;

    public sealed record Refused(PolicyRefusal Refusal) : ExportOutcome;
}

/// <summary>Gives a version, or a document that is being written, as a file. Changes nothing.</summary>
public sealed class ExportPolicy(OpsDatabase database)
{
    /// <param name="version">The version; null for the newest.</param>
    public async Task<ExportOutcome> ExportAsync(Actor actor, string policyId, int? version, PolicyFormat format, CancellationToken cancellation)
    {
        if (!actor.May(Permissions.PoliciesView))
        {
            return new ExportOutcome.Refused(new PolicyRefusal.Forbidden(new NotAllowed(Permissions.PoliciesView)));
        }

        var row = await database.ReadAsync(
            db => version is { } number ? PolicyHistory.FindAsync(db, policyId, number, cancellation) : PolicyHistory.NewestAsync(db, policyId, cancellation), cancellation);
        return row is null || PolicyYaml.Read(row.File, row.Text, []) is not { } document ? new ExportOutcome.Refused(new PolicyRefusal.NoSuchPolicy(policyId))
            : format == PolicyFormat.Yaml ? new ExportOutcome.Exported($"{policyId}.yaml", row.Text)
            : Write(document, format);
    }

    /// <summary>The same for a document that is not published.</summary>
    public static ExportOutcome Write(PolicyDocument document, PolicyFormat format) =>
        format == PolicyFormat.Yaml ? new ExportOutcome.Exported($"{document.Id}.yaml", PolicyYaml.Write(document))
        : PolicyDmnWriter.Write(document, out var problems) is { } xml ? new ExportOutcome.Exported($"{document.Id}.dmn", xml)
        : new ExportOutcome.Refused(new PolicyRefusal.Unimportable(problems));
}
