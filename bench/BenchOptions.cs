using System.Globalization;

namespace OpsConsole.Bench;

/// <summary>Options written as <c>--name value</c>.</summary>
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
        for (var index = 0; index + 1 < args.Length; index += 2)
        {
            options._values[args[index].TrimStart('-')] = args[index + 1];
        }

        return options;
    }

    public string Text(string name, string otherwise) => _values.GetValueOrDefault(name, otherwise);

    public int Number(string name, int otherwise) =>
        _values.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
