namespace OpsConsole.Core.Policies.Documents;

/// <summary>A column, or an input of the model: its name and the FEEL expression that it looks at.</summary>
/// <param name="Values">Unary tests that say which values there can be, such as <c>"standard", "vip"</c> or <c>&gt;= 0</c>; null when not said. Checks on the table use it.</param>
public sealed record DocumentInput(string Name, string Expression, string? Values = null);
