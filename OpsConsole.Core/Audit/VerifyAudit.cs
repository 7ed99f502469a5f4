using System.Diagnostics;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Audit;

/// <summary>What came of asking for a verification.</summary>
public abstract record VerifyOutcome
{
    private VerifyOutcome()
    {
    }

    public sealed record Finished(Verification Result) : VerifyOutcome;

    public sealed record Forbidden(NotAllowed Missing) : VerifyOutcome;
}

/// <summary>A finding, when it was made and how long it took.</summary>
public sealed record Verification(AuditFinding Finding, DateTimeOffset At, TimeSpan Took);

/// <summary>Checks the chain for somebody who asks, and records that it was asked and found.</summary>
public sealed class VerifyAudit(AuditChain chain, IAuditLog log, TimeProvider clock)
{
    private volatile Verification? _last;

    /// <summary>What was found last since the start of the process.</summary>
    public Verification? Last => _last;

    public async Task<VerifyOutcome> RunAsync(Actor actor, IProgress<long>? progress, CancellationToken cancellation)
    {
        if (!actor.May(Permissions.AuditVerify))
        {
            await log.AppendAsync(new AuditEntry(actor, "audit.verified", "audit", "refused", new() { ["lacks"] = Permissions.AuditVerify }), cancellation);
            return new VerifyOutcome.Forbidden(new NotAllowed(Permissions.AuditVerify));
        }

        var start = Stopwatch.GetTimestamp();
        // Hashing a million rows must not run where the asking page answers its other events.
        var finding = await Task.Run(() => chain.CheckAsync(progress, cancellation), cancellation);
        var result = new Verification(finding, clock.GetUtcNow(), Stopwatch.GetElapsedTime(start));
        _last = result;
        var outcome = finding is AuditFinding.Whole ? "ok" : "failed";
        await log.AppendAsync(new AuditEntry(actor, "audit.verified", "audit", outcome, new() { ["finding"] = finding.Sentence }), cancellation);
        return new VerifyOutcome.Finished(result);
    }
}
