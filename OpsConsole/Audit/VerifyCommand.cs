using OpsConsole.Core.Audit;

namespace OpsConsole.Audit;

/// <summary><c>OpsConsole verify</c>: checks the whole audit log and says what it found. Exits with 0 when it is whole, else 1.</summary>
public static class VerifyCommand
{
    public static async Task<int> RunAsync(IServiceProvider services, TextWriter output, CancellationToken cancellation)
    {
        var finding = await services.GetRequiredService<AuditChain>().CheckAsync(null, cancellation);
        await output.WriteLineAsync(finding.Sentence);
        return finding is AuditFinding.Whole ? 0 : 1;
    }
}
