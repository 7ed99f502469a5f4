using OpsConsole.Core.Preparation.Playbooks;

namespace OpsConsole.Bench;

/// <summary>What preparation made of one message.</summary>
internal sealed record PrepareOutcome(
    string CaseId, string? CaseType, string? Customer, IReadOnlyList<PrepareWrite> Writes, IReadOnlySet<string> Orders, string Missing, double Milliseconds);

/// <summary>One message's outcome held against what a correct agent does.</summary>
internal sealed record PrepareScore(PrepareOutcome Outcome, PrepareGold Gold, bool? IsRightType)
{
    public bool IsRightCustomer => Outcome.Customer == Gold.Customer;

    public bool IsRightOrders => Gold.Orders.SetEquals(Outcome.Orders);

    public bool IsExact => Same(Gold.All) || Same(Gold.Done);

    public IReadOnlyList<PrepareWrite> Wrong => [.. Outcome.Writes.Where(write => !Gold.All.Contains(write))];

    public bool Asks => Outcome.Missing.Length > 0;

    public bool IsPassed => Wrong.Count == 0 && (IsExact || Asks);

    public static PrepareScore Of(PrepareOutcome outcome, PrepareGold gold, PackPlaybooks pack, string system) =>
        new(outcome, gold, gold.All.Count == 0 ? null : TypesOf(gold, pack, system).Contains(outcome.CaseType));

    private bool Same(IReadOnlyList<PrepareWrite> writes) =>
        writes.Count == Outcome.Writes.Count && writes.Select(write => write.ToString()).Order(StringComparer.Ordinal)
            .SequenceEqual(Outcome.Writes.Select(write => write.ToString()).Order(StringComparer.Ordinal));

    /// <summary>The types of the playbooks that lead to the gold writes: one that leads to all of them, else the type for mixed messages.</summary>
    private static HashSet<string?> TypesOf(PrepareGold gold, PackPlaybooks pack, string system)
    {
        var perWrite = gold.All.Select(write => pack.Playbooks.Where(playbook => playbook.Situations.Any(situation => situation.ActionType == $"{system}.{write.Operation}"))
            .Select(playbook => (string?)playbook.CaseType).ToHashSet()).ToList();
        var common = perWrite.Aggregate((left, right) => [.. left.Intersect(right)]);
        if (common.Count == 0 || perWrite.Count > 1 && gold.All.Select(write => write.Operation).Distinct().Count() > 1)
        {
            common.Add(pack.MixedType);
        }

        return common;
    }
}
