namespace OpsConsole.Core.Policies.Judging;

/// <summary>A row that counts, with what it asks for and what it shows.</summary>
internal sealed record FiredRule(RuleDemand Demand, RuleHit Hit);
