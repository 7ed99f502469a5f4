using OpsConsole.Core.Foundation.Feel.Syntax;

namespace OpsConsole.Core.Foundation.Feel.Compiling;

/// <summary>Looks for something anywhere in a tree.</summary>
internal static class NodeSearch
{
    public static bool Mentions(FeelNode node, string name) => Any(node, inner => inner is FeelNode.Name found && found.Text == name);

    /// <summary>Whether it holds for the node or for one inside it.</summary>
    public static bool Any(FeelNode node, Predicate<FeelNode> holds) => holds(node) || FeelNodes.Inside(node).Any(inner => Any(inner, holds));
}
