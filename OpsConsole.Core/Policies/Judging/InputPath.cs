using OpsConsole.Core.Foundation.Feel;
using OpsConsole.Core.Foundation.Feel.Syntax;
using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Policies.Judging;

/// <summary>Where in the data an expression looks, such as <c>order.status</c>.</summary>
internal static class InputPath
{
    /// <summary>The steps of an expression that is nothing but a path; null when it computes something.</summary>
    public static IReadOnlyList<string>? Of(string expression) =>
        Parser.ParseExpression(expression, FeelNames.None, out _) is { } node ? Steps(node) : null;

    /// <summary>What stands at a path; null when something on the way is no context or has no such member, which is for evaluation to tell.</summary>
    public static FeelValue? Find(FeelMembers members, string[] path)
    {
        for (var step = 0; step < path.Length - 1; step++)
        {
            if (members.Find(path[step]) is not FeelValue.Context inner)
            {
                return null;
            }

            members = inner.Members;
        }

        return members.Find(path[^1]);
    }

    /// <summary>Every path that a text reads; an empty one, which stands for all data, where the text is not understood.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> ReadBy(string expression) =>
        Parser.ParseExpression(expression, FeelNames.None, out _) is { } node ? [.. Reads(node)] : [[]];

    /// <summary>The same for a cell.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> ReadByCell(string cell) =>
        Parser.ParseUnaryTests(cell, FeelNames.None, out _) is { } node ? [.. Reads(node)] : [[]];

    /// <summary>Whether a change at one path may show at the other: one leads through the other.</summary>
    public static bool Touch(IReadOnlyList<string> one, IReadOnlyList<string> other) =>
        one.Take(other.Count).SequenceEqual(other.Take(one.Count), StringComparer.Ordinal);

    /// <summary>The same data with another value at a path; null when the path leads through something that has no members.</summary>
    public static FeelMembers? Replace(FeelMembers members, IReadOnlyList<string> path, FeelValue value)
    {
        var name = path[0];
        var replaced = value;
        if (path.Count > 1)
        {
            var inner = members.Find(name) switch
            {
                FeelValue.Context context => context.Members,
                null or FeelValue.Null => FeelMembers.Of(Enumerable.Empty<KeyValuePair<string, FeelValue>>()),
                _ => null,
            };
            if (inner is null || Replace(inner, [.. path.Skip(1)], value) is not { } deeper)
            {
                return null;
            }

            replaced = new FeelValue.Context(deeper);
        }

        return FeelMembers.Of(members.Names.Select(other => KeyValuePair.Create(other, members.Find(other) ?? FeelValue.Null.Instance)).Append(KeyValuePair.Create(name, replaced)));
    }

    private static List<string>? Steps(FeelNode node) => node switch
    {
        FeelNode.Name name => [name.Text],
        FeelNode.Member member => Steps(member.Target) is { } steps ? [.. steps, member.MemberName] : null,
        _ => null,
    };

    private static IEnumerable<IReadOnlyList<string>> Reads(FeelNode node) => Steps(node) is { } steps ? [steps] : FeelNodes.Inside(node).SelectMany(Reads);
}
