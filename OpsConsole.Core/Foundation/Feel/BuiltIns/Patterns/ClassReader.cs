namespace OpsConsole.Core.Foundation.Feel.BuiltIns.Patterns;

/// <summary>Reads what stands between brackets: <c>[a-z_\d-[aeiou]]</c>.</summary>
internal static class ClassReader
{
    private const int MostNesting = 20;

    /// <summary>Up to and with the closing bracket, the opening one being taken; null when it is no class.</summary>
    public static PatternClass? Read(PatternSource source, int nesting = MostNesting)
    {
        var set = new PatternClass { Negated = source.Take('^') };
        for (var isFirst = true; !source.AtEnd; isFirst = false)
        {
            if (source.Take(']'))
            {
                return set.IsEmpty ? null : set;
            }

            if (!isFirst && source.Current == '-' && source.Ahead(1) == '[')
            {
                source.Take();
                source.Take();
                set.Except = nesting > 0 ? Read(source, nesting - 1) : null;
                return set.Except is not null && source.Take(']') ? set : null;
            }

            if (!TryMember(source, set, isFirst))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>A character, a range of them, or an escape. A hyphen stands for itself only at the start or end.</summary>
    private static bool TryMember(PatternSource source, PatternClass set, bool isFirst)
    {
        if (source.Take('\\'))
        {
            if (source.TryTakeClass(set))
            {
                return true;
            }

            source.Back();
        }

        if ((source.Current == '-' && !isFirst && !IsLastHyphen(source)) || Character(source) is not { } from)
        {
            return false;
        }

        var to = from;
        if (source.Current == '-' && source.Ahead(1) is not (']' or '[' or '\0') && !IsLastHyphen(source))
        {
            source.Take();
            if (Character(source) is not { } end || end < from)
            {
                return false;
            }

            to = end;
        }

        set.AddRange(from, to);
        return true;
    }

    private static bool IsLastHyphen(PatternSource source) => source.Ahead(1) == ']' || (source.Ahead(1) == '-' && source.Ahead(2) == '[');

    private static int? Character(PatternSource source)
    {
        if (source.AtEnd || source.Current is '[' or ']')
        {
            return null;
        }

        return source.Take('\\') ? source.TakeEscaped() : source.TakeCodePoint();
    }
}
