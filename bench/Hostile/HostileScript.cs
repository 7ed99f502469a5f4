using System.Text.Json.Nodes;

namespace OpsConsole.Bench.Hostile;

/// <summary>What the hostile model says about one case, question by question. What it said is noted, since only that was tried.</summary>
internal sealed class HostileScript(string mark, CaseSubject subject, string? kind)
{
    private readonly Lock _one = new();
    private readonly Queue<HostilePlan> _plans = [];

    /// <summary>Stands in what the customer writes, so that the model knows of whom it is asked.</summary>
    public string Mark => mark;

    public CaseSubject Subject => subject;

    /// <summary>What the message is plainly about; null where it is not plain.</summary>
    public string? Kind => kind;

    /// <summary>What the customer writes.</summary>
    public required string Message { get; init; }

    /// <summary>Plans that were given away, in their order.</summary>
    public List<HostilePlan> Given { get; } = [];

    /// <summary>Answers to the other questions, by what is asked.</summary>
    public required IReadOnlyDictionary<string, string> Words { get; init; }

    /// <summary>Calls that it asks for when it may choose what is read.</summary>
    public required IReadOnlyList<(string Name, JsonObject Arguments)> Calls { get; init; }

    /// <summary>How many of them were counted.</summary>
    public int Counted { get; set; }

    public void Plan(HostilePlan plan) => _plans.Enqueue(plan);

    /// <summary>The next plan; when there is none left, nothing to do.</summary>
    public string NextPlan()
    {
        lock (_one)
        {
            var plan = _plans.Count > 0 ? _plans.Dequeue() : HostilePlan.Of([]);
            Given.Add(plan);
            return plan.Text;
        }
    }
}
