using OpsConsole.Core.Foundation.Feel.Types;

namespace OpsConsole.Core.Foundation.Feel.Values;

/// <summary>A value of FEEL (DMN 1.5, 10.3.2.3).</summary>
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

    public sealed record Number(FeelNumber Value) : FeelValue
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

    public sealed record Date(FeelDate Value) : FeelValue
    {
        public override string TypeName => "date";

        /// <summary>Its midnight in UTC, in nanoseconds since the start of 1970.</summary>
        public Int128 Nanos => new FeelMoment(Value, FeelClock.Midnight).Nanos;
    }

    public sealed record Time(FeelClock Clock, FeelZone? Zone) : FeelValue
    {
        // A place has an offset only on a day. Taking always the same keeps times of one place in order.
        private static readonly FeelDate SomeDay = FeelDate.FromDayNumber(0)!.Value;

        public override string TypeName => "time";

        /// <summary>From UTC, in seconds; 0 without a zone.</summary>
        public int Offset => Zone?.OffsetAt(SomeDay, Clock.Nanos) ?? 0;

        /// <summary>Nanoseconds since midnight in UTC; without a zone as if it were UTC.</summary>
        public long Utc => Clock.Nanos - (Offset * FeelClock.Second);
    }

    /// <param name="Local">The time as the clock there shows it.</param>
    public sealed record Moment(FeelMoment Local, FeelZone? Zone) : FeelValue
    {
        public override string TypeName => "date and time";

        /// <summary>From UTC, in seconds; 0 without a zone.</summary>
        public int Offset => Zone?.OffsetAt(Local.Date, Local.Clock.Nanos) ?? 0;

        /// <summary>Nanoseconds since the start of 1970 in UTC; without a zone as if it were UTC.</summary>
        public Int128 Utc => Local.Nanos - ((Int128)Offset * FeelClock.Second);
    }

    /// <param name="Nanos">Nanoseconds; no more than 34 digits, so that a number can hold them.</param>
    public sealed record Duration(Int128 Nanos) : FeelValue
    {
        public static readonly Int128 Most = (Int128)FeelNumber.PowerOfTen(FeelNumber.Precision) - 1;

        public override string TypeName => "days and time duration";

        public TimeSpan? TimeSpan => Int128.Abs(Nanos) / 100 <= System.TimeSpan.MaxValue.Ticks ? new TimeSpan((long)(Nanos / 100)) : null;

        /// <summary>Null when it is too long.</summary>
        public static Duration? Of(Int128 nanos) => Int128.Abs(nanos) <= Most ? new Duration(nanos) : null;
    }

    /// <summary>A duration in whole months.</summary>
    public sealed record Period(long Months) : FeelValue
    {
        /// <summary>As many as there are between the first and the last date, and a margin for calculating with them.</summary>
        public const long Most = 1_000_000_000_000;

        public override string TypeName => "years and months duration";

        /// <summary>Null when it is too long.</summary>
        public static Period? Of(Int128 months) => Int128.Abs(months) <= Most ? new Period((long)months) : null;
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
