namespace OpsConsole.Core.Policies.Changing;

/// <summary>A smallest change of inputs after which policies would say something else. It was found in the rules and verified by judging again.</summary>
/// <param name="Changes">One or two; none of them alone would do.</param>
/// <param name="Then">What policies would ask for.</param>
/// <param name="Sentence">Such as <c>Runs alone if amount ≤ 25</c>.</param>
public sealed record VerdictFlip(IReadOnlyList<InputChange> Changes, RuleDemand Then, string Sentence);

/// <summary>One input that would have to be different.</summary>
/// <param name="Name">The column's heading.</param>
/// <param name="Expression">What the column looks at.</param>
/// <param name="From">The value now, as FEEL writes it.</param>
/// <param name="Value">The nearest value that does it, as FEEL writes it.</param>
/// <param name="Condition">All values that are known to do it, such as <c>amount ≤ 25</c>; only <paramref name="Value"/> where more cannot be promised.</param>
/// <param name="IsComputed">The column computes something from the data; the change is told as if its outcome alone were different.</param>
public sealed record InputChange(string Name, string Expression, string From, string Value, string Condition, bool IsComputed);
