using System.Globalization;

namespace OpsConsole.Bench;

/// <summary>Options written as <c>--name value</c>, or <c>--name</c> alone.</summary>
internal sealed class BenchOptions
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>The folder of the outside system that cases are run against.</summary>
    public string SystemFolder => Text("system", "../shared/systems/retail");

    public string Cases => Text("cases", Path.Combine(SystemFolder, "data", "cases.jsonl"));

    public string Gold => Text("gold", Path.Combine(SystemFolder, "data", "gold.jsonl"));

    public static BenchOptions Parse(string[] args)
    {
        var options = new BenchOptions();
        for (var index = 0; index < args.Length; index++)
        {
            var alone = index + 1 == args.Length || args[index + 1].StartsWith("--", StringComparison.Ordinal);
            options._values[args[index].TrimStart('-')] = alone ? "" : args[++index];
        }

        return options;
    }

    public bool Has(string name) => _values.ContainsKey(name);

    public string Text(string name, string otherwise) => _values.GetValueOrDefault(name, otherwise);

    public int Number(string name, int otherwise) =>
        _values.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
