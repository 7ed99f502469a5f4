namespace OpsConsole.Core.Policies.Documents;

/// <summary>One example that a policy must decide as told. It is judged by this policy alone.</summary>
/// <param name="InputJson">JSON object: what expressions see, such as <c>{"action": {"amount": 20}, "customer": {"flags": []}}</c>.</param>
/// <param name="Verdict"><c>allow</c>, <c>require-approval</c> or <c>deny</c>.</param>
/// <param name="Approver">The role expected with it; empty when it does not matter.</param>
/// <param name="Rules">The rows that must fire; empty when it does not matter.</param>
public sealed record PolicyTest(string Name, string InputJson, string Verdict, string Approver, IReadOnlyList<string> Rules);
