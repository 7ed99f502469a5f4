namespace OpsConsole.Core.Foundation.Feel.Types;

/// <summary>
/// A type of FEEL (DMN 1.5, 10.3.2.9), as <c>instance of</c>, parameters and item definitions name it. Two types are equal when they say the same;
/// the text of a type is how FEEL writes it.
/// </summary>
internal abstract record FeelType
{
    public static readonly FeelType Any = new Simple("Any");
    public static readonly FeelType Null = new Simple("Null");
    public static readonly FeelType Number = new Simple("number");
    public static readonly FeelType Text = new Simple("string");
    public static readonly FeelType Boolean = new Simple("boolean");
    public static readonly FeelType Date = new Simple("date");
    public static readonly FeelType Time = new Simple("time");
    public static readonly FeelType DateAndTime = new Simple("date and time");
    public static readonly FeelType DaysAndTimeDuration = new Simple("days and time duration");
    public static readonly FeelType YearsAndMonthsDuration = new Simple("years and months duration");
    public static readonly FeelType AnyList = new ListOf(Any);
    public static readonly FeelType AnyContext = new ContextOf([]);
    public static readonly FeelType AnyRange = new RangeOf(Any);
    public static readonly FeelType AnyFunction = new FunctionOf(null, Any);

    private FeelType()
    {
    }

    /// <summary>A type that has nothing inside.</summary>
    public sealed record Simple(string Name) : FeelType
    {
        public override string ToString() => Name;
    }

    public sealed record ListOf(FeelType Item) : FeelType
    {
        public override string ToString() => $"list<{Item}>";
    }

    public sealed record RangeOf(FeelType End) : FeelType
    {
        public override string ToString() => $"range<{End}>";
    }

    /// <summary>A context that has at least these members.</summary>
    public sealed record ContextOf(Sequence<MemberType> Members) : FeelType
    {
        public override string ToString() => Members.Count == 0 ? "context" : $"context<{string.Join(", ", Members)}>";
    }

    /// <param name="Parameters">Null when any function will do.</param>
    public sealed record FunctionOf(Sequence<FeelType>? Parameters, FeelType Result) : FeelType
    {
        public override string ToString() => Parameters is null ? "function" : $"function<{string.Join(", ", Parameters)}> -> {Result}";
    }

    public sealed record MemberType(string Name, FeelType Type)
    {
        public override string ToString() => $"{Name}: {Type}";
    }

    /// <summary>The type of this name that the language itself knows. A list, context, range or function without more is of anything.</summary>
    public static FeelType? Find(string name) => name switch
    {
        "Any" => Any,
        "Null" => Null,
        "number" => Number,
        "string" => Text,
        "boolean" => Boolean,
        "date" => Date,
        "time" => Time,
        "date and time" or "dateTime" => DateAndTime,
        "days and time duration" or "dayTimeDuration" => DaysAndTimeDuration,
        "years and months duration" or "yearMonthDuration" => YearsAndMonthsDuration,
        "list" => AnyList,
        "context" => AnyContext,
        "range" => AnyRange,
        "function" => AnyFunction,
        _ => null,
    };

    /// <summary>What the type tells about members of a value, of a list's items, or of what a function gives.</summary>
    public FeelNames? MemberNames() => this switch
    {
        ContextOf { Members.Count: > 0 } context => context.Members.Aggregate(FeelNames.None, (names, member) => names.With(member.Name, member.Type)),
        ListOf list => list.Item.MemberNames(),
        FunctionOf function => function.Result.MemberNames(),
        _ => null,
    };

    /// <summary>Whether every value of this type is one of <paramref name="other"/> (table 47).</summary>
    public bool ConformsTo(FeelType other) => (this, other) switch
    {
        _ when Equals(other) || Equals(Null) || other.Equals(Any) => true,
        (ListOf mine, ListOf wanted) => mine.Item.ConformsTo(wanted.Item),
        (RangeOf mine, RangeOf wanted) => mine.End.ConformsTo(wanted.End),
        (ContextOf mine, ContextOf wanted) => wanted.Members.All(member => mine.Members.FirstOrDefault(own => own.Name == member.Name)?.Type.ConformsTo(member.Type) == true),
        (FunctionOf, FunctionOf { Parameters: null }) => true,
        (FunctionOf { Parameters: { } own } mine, FunctionOf { Parameters: { } asked } wanted) =>
            own.Count == asked.Count && asked.Zip(own).All(pair => pair.First.ConformsTo(pair.Second)) && mine.Result.ConformsTo(wanted.Result),
        _ => false,
    };
}
