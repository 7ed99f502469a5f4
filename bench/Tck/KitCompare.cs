using System.Globalization;
using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Bench.Tck;

/// <summary>Whether a result is the expected one: numbers within 1e-8, dates and durations by value, lists in order, contexts by member.</summary>
internal static class KitCompare
{
    private const decimal Tolerance = 0.00000001m;

    public static bool Same(FeelValue expected, FeelValue actual) => (expected, actual) switch
    {
        (FeelValue.Null, FeelValue.Null) => true,
        (FeelValue.Number, FeelValue.Number) => SameNumber(Text(expected), Text(actual)),
        (FeelValue.Text a, FeelValue.Text b) => a.Value == b.Value,
        (FeelValue.List a, FeelValue.List b) => a.Items.Count == b.Items.Count && a.Items.Zip(b.Items).All(pair => Same(pair.First, pair.Second)),
        (FeelValue.Context a, FeelValue.Context b) => SameMembers(a.Members, b.Members),
        _ => expected.GetType() == actual.GetType() && FeelCompare.Equal(new FeelRun(), expected, actual) == true,
    };

    public static string Text(FeelValue value) => value is FeelValue.Text text ? $"\"{text.Value}\"" : FeelText.Write(new FeelRun(), value);

    private static bool SameMembers(FeelMembers expected, FeelMembers actual) =>
        expected.Names.ToHashSet(StringComparer.Ordinal).SetEquals(actual.Names) &&
        expected.Names.All(name => Same(expected.Find(name)!, actual.Find(name)!));

    private static bool SameNumber(string expected, string actual)
    {
        if (expected == actual)
        {
            return true;
        }

        if (decimal.TryParse(expected, NumberStyles.Float, CultureInfo.InvariantCulture, out var a) && decimal.TryParse(actual, NumberStyles.Float, CultureInfo.InvariantCulture, out var b))
        {
            return Math.Abs(a - b) < Tolerance;
        }

        return double.TryParse(expected, CultureInfo.InvariantCulture, out var c) && double.TryParse(actual, CultureInfo.InvariantCulture, out var d) && Math.Abs(c - d) <= 1e-14 * Math.Abs(c);
    }
}
