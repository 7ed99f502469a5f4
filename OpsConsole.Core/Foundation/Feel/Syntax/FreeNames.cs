namespace OpsConsole.Core.Foundation.Feel.Syntax;

/// <summary>
/// The names that a tree asks its surroundings for, in the order of their first use. Those in the condition of a filter are left out: they may be
/// members of what is filtered.
/// </summary>
internal static class FreeNames
{
    public static IReadOnlyList<string> Of(FeelNode node)
    {
        var found = new List<string>();
        Collect(node, [], found);
        return [.. found.Distinct(StringComparer.Ordinal)];
    }

    private static void Collect(FeelNode node, List<string> bound, List<string> found)
    {
        var count = bound.Count;
        switch (node)
        {
            case FeelNode.Name name when !bound.Contains(name.Text):
                found.Add(name.Text);
                break;
            case FeelNode.Filter filter:
                Collect(filter.Target, bound, found);
                break;
            case FeelNode.For loop:
                Bind(loop.Iterators, bound, found);
                bound.Add("partial");
                Collect(loop.Body, bound, found);
                break;
            case FeelNode.Quantified quantified:
                Bind(quantified.Iterators, bound, found);
                Collect(quantified.Condition, bound, found);
                break;
            case FeelNode.Function function:
                bound.AddRange(function.Parameters.Select(parameter => parameter.Name));
                Collect(function.Body, bound, found);
                break;
            case FeelNode.ContextOf context:
                Bind(context, bound, found);
                break;
            default:
                foreach (var inner in FeelNodes.Inside(node))
                {
                    Collect(inner, bound, found);
                }

                break;
        }

        bound.RemoveRange(count, bound.Count - count);
    }

    private static void Bind(IEnumerable<FeelNode.Iterator> iterators, List<string> bound, List<string> found)
    {
        foreach (var iterator in iterators)
        {
            Collect(iterator.Source, bound, found);
            if (iterator.Until is not null)
            {
                Collect(iterator.Until, bound, found);
            }

            bound.Add(iterator.Name);
        }
    }

    private static void Bind(FeelNode.ContextOf context, List<string> bound, List<string> found)
    {
        foreach (var entry in context.Entries)
        {
            if (entry.Value is FeelNode.Function)
            {
                bound.Add(entry.Name!);
            }

            Collect(entry.Value, bound, found);
            bound.Add(entry.Name!);
        }
    }
}
