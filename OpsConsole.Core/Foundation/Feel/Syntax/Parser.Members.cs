namespace OpsConsole.Core.Foundation.Feel.Syntax;

/// <summary>What is known of the members of each node's value, so that a name such as <c>a+b</c> after a dot is told from a sum.</summary>
internal sealed partial class Parser
{
    /// <summary>Items of a written list whose members are looked at; those of further ones are hardly different.</summary>
    private const int MostItemsLookedAt = 16;

    private readonly Dictionary<FeelNode, FeelNames> _membersOf = new(ReferenceEqualityComparer.Instance);

    private FeelNames? MembersOf(FeelNode node) => _membersOf.GetValueOrDefault(node);

    private TNode Knowing<TNode>(TNode node, Func<TNode, FeelNames?> know)
        where TNode : FeelNode
    {
        if (know(node) is { IsEmpty: false } members)
        {
            _membersOf[node] = members;
        }

        return node;
    }

    private static FeelNames? Both(FeelNames? one, FeelNames? other) => one is null ? other : other is null ? one : one.And(other);
}
