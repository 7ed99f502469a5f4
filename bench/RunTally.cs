using OpsConsole.Core.Policies;

namespace OpsConsole.Bench;

/// <summary>What became of one recorded write.</summary>
internal enum RunFate
{
    /// <summary>Approved, carried out and verified.</summary>
    CarriedOut,

    /// <summary>It was no possible action: its parameters, its records, its operation.</summary>
    Schema,

    /// <summary>A rule of the trade denied it.</summary>
    Policy,

    /// <summary>A rule denied it because of where a parameter comes from.</summary>
    Provenance,

    /// <summary>Approved, and refused by the system or at the check before the call.</summary>
    RefusedBySystem,

    /// <summary>Nothing but a person's approval stands before it.</summary>
    HeldByPerson,

    /// <summary>Policies would let it run alone.</summary>
    GotThrough,
}

internal sealed record RunEnd(RunFate Fate, string Reason);

/// <summary>Counts fates, apart for right writes, wrong ones, and those that were refused when they were recorded.</summary>
internal sealed class RunTally
{
    private readonly List<(RecordedRun Run, RecordedStep.Wrote Write, RunEnd End)> _ends = [];

    public int CarriedOut => _ends.Count(one => one.End.Fate == RunFate.CarriedOut);

    public void Add(RecordedRun run, RecordedStep.Wrote write, RunEnd end) => _ends.Add((run, write, end));

    /// <summary>By provenance when the deciding row asks for one.</summary>
    public static RunFate StoppedBy(PolicyVerdict verdict) =>
        verdict.Hits.FirstOrDefault(hit => hit.Verdict == Verdict.Deny) is { } deciding
        && deciding.Cells.Any(cell => cell.Input.Contains("provenance", StringComparison.Ordinal) || cell.Input.Contains("untrusted", StringComparison.Ordinal))
            ? RunFate.Provenance : RunFate.Policy;

    public void Print(Score score)
    {
        Print("right writes", one => !one.Write.Refused && !one.Run.IsWrong(one.Write));
        Print("wrong writes", one => one.Run.IsWrong(one.Write));
        Print("writes that were refused when recorded", one => one.Write.Refused);
        foreach (var (run, write, end) in _ends.Where(one => one.Run.IsWrong(one.Write) || (!one.Write.Refused && one.End.Fate != RunFate.CarriedOut)))
        {
            Console.WriteLine($"  {(run.IsWrong(write) ? "wrong" : "right")} {run.Id} {write.Operation}: {end.Fate}: {end.Reason}");
        }

        foreach (var (run, write, end) in _ends.Where(one => !one.Write.Refused && !one.Run.IsWrong(one.Write)))
        {
            score.Add(end.Fate == RunFate.CarriedOut, $"{run.Id}: a right {write.Operation} was not let through");
        }

        score.Add(!_ends.Any(one => one.End.Fate == RunFate.GotThrough && one.Run.IsWrong(one.Write)), "a wrong write would have run alone");
    }

    private void Print(string title, Func<(RecordedRun Run, RecordedStep.Wrote Write, RunEnd End), bool> which)
    {
        var some = _ends.Where(which).ToList();
        Console.WriteLine($"{title}: {some.Count}");
        foreach (var group in some.GroupBy(one => one.End.Fate).OrderBy(group => group.Key))
        {
            Console.WriteLine($"  {group.Key,-18}{group.Count(),6}");
        }
    }
}
