using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Actions;

namespace OpsConsole.Bench;

/// <summary>
/// The process that is killed: the whole console with its jobs, in which an agent and a supervisor approve what waits. It says
/// <c>ready</c>, and ends by itself only when every action has ended.
/// </summary>
internal static class KillConsole
{
    public const string Name = "kill-console";
    private const string Ready = "ready";

    public static async Task<Process> StartAsync(string folder, Uri system, string packs, int approvals)
    {
        var bench = typeof(KillConsole).Assembly.Location;
        var process = Process.Start(new ProcessStartInfo(
            "dotnet", [bench, Name, "--data", folder, "--url", system.ToString(), "--packs", packs, "--approvals", $"{approvals}"])
        {
            RedirectStandardOutput = true,
        }) ?? throw new InvalidOperationException("The console does not start.");
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line == Ready)
            {
                return process;
            }
        }

        throw new InvalidOperationException($"The console ended with code {process.ExitCode} before it was ready.");
    }

    public static async Task<int> RunAsync(BenchOptions options)
    {
        await using var host = await ConsoleHost.StartAsync(options.Text("data", ""), new Uri(options.Text("url", "")), options.Text("packs", "packs"));
        Console.WriteLine(Ready);
        var left = options.Number("approvals", 0);
        while (await FindAsync(host) is { Count: > 0 } open)
        {
            var waiting = open.Where(action => action.State == ActionState.AwaitingApproval).Take(left).ToList();
            left -= waiting.Count;
            await Task.WhenAll(waiting.Select(action => GovernedWrite.ApproveAsync(host, action)));
            await Task.Delay(100);
        }

        return 0;
    }

    private static Task<List<ProposedAction>> FindAsync(ConsoleHost host) => host.Database.ReadAsync(
        async db => (await db.Set<ProposedAction>().ToListAsync()).Where(action => !GovernedWrite.IsEnd(action)).ToList(), CancellationToken.None);
}
