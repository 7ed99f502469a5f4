namespace OpsConsole.Bench;

/// <summary>Counts what passed; what failed is told at once.</summary>
internal sealed class Score
{
    public int Passed { get; private set; }

    public int Failed { get; private set; }

    public void Add(bool passed, string complaint)
    {
        if (passed)
        {
            Passed++;
            return;
        }

        Failed++;
        Console.WriteLine($"FAILED {complaint}");
    }
}
