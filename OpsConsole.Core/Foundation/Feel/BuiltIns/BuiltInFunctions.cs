using System.Collections.Frozen;
using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Foundation.Feel.BuiltIns;

/// <summary>The functions that every expression knows (DMN 1.5, 10.3.4), by name.</summary>
internal static class BuiltInFunctions
{
    private static readonly FeelValue.Function[][] Groups =
    [
        ValueFunctions.All, ContextFunctions.All, TextFunctions.All, PatternFunctions.All, NumberFunctions.All, AggregateFunctions.All,
        ListFunctions.All, SortFunction.All, TemporalFunctions.All, RangeFunctions.All,
    ];

    private static readonly FrozenDictionary<string, FeelValue.Function> All =
        Groups.SelectMany(group => group).ToFrozenDictionary(function => function.Name, StringComparer.Ordinal);

    /// <summary>All names, and those of what the compiler itself knows.</summary>
    public static readonly IReadOnlyList<string> Names = [.. All.Keys, "is defined", "date and time", "years and months duration", "days and time duration"];

    public static FeelValue.Function? Find(string name) => All.GetValueOrDefault(name);

    /// <param name="signature">See <see cref="FeelSignature.Read"/>.</param>
    internal static FeelValue.Function Define(string name, string signature, Func<BuiltInArguments, FeelValue?> body) =>
        new(name, FeelSignature.Read(signature), (run, arguments) => body(new BuiltInArguments(name, run, arguments)) ?? FeelValue.Null.Instance);
}
