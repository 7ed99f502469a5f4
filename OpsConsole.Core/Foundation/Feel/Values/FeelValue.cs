using OpsConsole.Core.Foundation.Feel.Types;

namespace OpsConsole.Core.Foundation.Feel.Values;

/// <summary>A value of FEEL (DMN 1.5, 10.3.2.3). Numbers are decimals of 28 digits, where the standard asks for 34.</summary>
internal abstract record FeelValue
{
    private FeelValue()
    {
    }

    /// <summary>The type's name in FEEL, as it is told in problems and asked for by <c>instance of</c>.</summary>
    public abstract string TypeName { get; }

    public sealed record Null : FeelValue
    {
        public static readonly Null Instance = new();

        public override string TypeName => "null";
    }

    public sealed record Boolean : FeelValue
    {
        public static readonly Boolean True = new() { Value = true };
        public static readonly Boolean False = new() { Value = false };

        public bool Value { get; private init; }

        public override string TypeName => "boolean";

        public static Boolean Of(bool value) => value ? True : False;

        public static FeelValue Of(bool? value) => value is { } known ? Of(known) : Null.Instance;
    }

    public sealed record Number(decimal Value) : FeelValue
    {
        public override string TypeName => "number";
    }

    public sealed record Text(string Value) : FeelValue
    {
        public override string TypeName => "string";
    }

    public sealed record List(IReadOnlyList<FeelValue> Items) : FeelValue
    {
        public override string TypeName => "list";
    }

    public sealed record Context(FeelMembers Members) : FeelValue
    {
        public override string TypeName => "context";
    }

    public sealed record Date(DateOnly Value) : FeelValue
    {
        public override string TypeName => "date";
    }

    public sealed record Time(TimeOnly Value, FeelZone? Zone) : FeelValue
    {
        public override string TypeName => "time";
    }

    /// <param name="Local">The time as the clock there shows it.</param>
    public sealed record Moment(DateTime Local, FeelZone? Zone) : FeelValue
    {
        public override string TypeName => "date and time";

        /// <summary>The time in UTC; without a zone as if it were UTC.</summary>
        public DateTime Utc => Zone is null ? Local : Shift(Local, -Zone.OffsetAt(Local));

        private static DateTime Shift(DateTime time, TimeSpan by) =>
            new(Math.Clamp(time.Ticks + by.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks));
    }

    public sealed record Duration(TimeSpan Value) : FeelValue
    {
        public override string TypeName => "days and time duration";
    }

    /// <summary>A duration in whole months.</summary>
    public sealed record Period(int Months) : FeelValue
    {
        public override string TypeName => "years and months duration";
    }

    /// <summary>An end that is null is unbounded.</summary>
    public sealed record Range(FeelValue? Low, bool LowIncluded, FeelValue? High, bool HighIncluded) : FeelValue
    {
        /// <summary><c>=</c> or <c>!=</c> when it was written as such a test, <c>(= 10)</c>, with both ends being what it asks for; else null.</summary>
        public string? Test { get; init; }

        public override string TypeName => "range";
    }

    public sealed record Function(string Name, IReadOnlyList<FeelSignature> Signatures, Func<FeelRun, IReadOnlyList<FeelValue>, FeelValue> Body) : FeelValue
    {
        /// <summary>What the function's own text tells of its types; a built-in function tells nothing.</summary>
        public FeelType? Type { get; init; }

        public override string TypeName => "function";
    }
}
