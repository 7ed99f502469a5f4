using OpsConsole.Core.Foundation.Feel;
using OpsConsole.Core.Policies.Documents;

namespace OpsConsole.Core.Policies;

/// <summary>A column that asks: its heading and what it looks at.</summary>
public sealed record PolicyInput(string Name, FeelExpression Expression)
{
    /// <summary>The model whose decisions the expression may name; null for none.</summary>
    public PolicyModel? Model { get; init; }

    /// <summary>Which values there can be; null when the author did not say.</summary>
    public UnaryTests? Values { get; init; }
}
