using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Policies.Judging;

/// <summary>
/// What policies say to an action. Pure: no clock, no storage. All rows of all tables that govern the action type are asked, and the most
/// restrictive of those that fire decides. Doubt never lets anything through: a row with a cell that cannot be evaluated, and none that
/// rules it out, counts as fired and asks a supervisor at the least; an unreadable policy denies; so does having none.
/// </summary>
public static class PolicyEngine
{
    public static PolicyVerdict Decide(PolicySet policies, string actionType, JsonObject input)
    {
        var governing = GoverningTables.Of(policies, actionType, input);
        if (policies.IsEmpty)
        {
            return FiredRules.Answer([FiredRules.NoPolicy], governing.Policies.Digest);
        }

        var members = FeelMembers.Of(input);
        return FiredRules.Answer(Fired(governing, governing.Read(members), members), governing.Policies.Digest);
    }

    /// <summary>The same verdict with every row of every table that was asked, fired or not, and why.</summary>
    public static PolicyExplanation Explain(PolicySet policies, string actionType, JsonObject input)
    {
        var verdict = Decide(policies, actionType, input);
        var members = FeelMembers.Of(input);
        var tables = GoverningTables.Of(policies, actionType, input).Tables.Select(table => table.Policy).Select(policy =>
            TableExplainer.Explain(policy, [.. policy.Inputs.Select(column => InputValue.Of(column.Expression, null, column.Model, new FeelValue.Context(members)))], members, verdict.Hits));
        return new PolicyExplanation(actionType, verdict, [.. tables]);
    }

    /// <summary>All that counts: rows, what cannot be read, and if there is none of both, that nothing covers the action.</summary>
    internal static List<FiredRule> Fired(GoverningTables governing, InputValue[] values, FeelMembers members)
    {
        var fired = new List<FiredRule>();
        foreach (var policy in governing.Policies.Unreadable)
        {
            fired.Add(FiredRules.Unreadable(policy));
        }

        for (var table = 0; table < governing.Tables.Count; table++)
        {
            new TableRun(governing, table, values, members).Fire(fired);
        }

        if (fired.Count == 0)
        {
            fired.Add(FiredRules.NotCovered);
        }

        return fired;
    }

    /// <summary>What <see cref="Fired"/> comes to, without the words.</summary>
    internal static RuleDemand Demand(GoverningTables governing, InputValue[] values, FeelMembers members)
    {
        if (governing.Policies.Unreadable.Count > 0)
        {
            return RuleDemand.Forbidden;
        }

        RuleDemand? demand = null;
        for (var table = 0; table < governing.Tables.Count; table++)
        {
            demand = new TableRun(governing, table, values, members).Demand(demand);
        }

        return demand ?? RuleDemand.Supervisor;
    }
}
