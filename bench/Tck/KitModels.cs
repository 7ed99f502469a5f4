using OpsConsole.Core.Foundation.Dmn;
using OpsConsole.Core.Foundation.Dmn.Model;

namespace OpsConsole.Bench.Tck;

/// <summary>The models of a folder, read and built once.</summary>
internal sealed class KitModels(Func<DmnModel, DmnReading> rewrite)
{
    private readonly Dictionary<string, (DmnEngine? Engine, string Reason)> _engines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DmnReading> _read = new(StringComparer.Ordinal);

    public (DmnEngine? Engine, string Reason) Engine(string file)
    {
        if (!_engines.TryGetValue(file, out var known))
        {
            _engines[file] = known = Build(file);
        }

        return known;
    }

    private (DmnEngine? Engine, string Reason) Build(string file)
    {
        if (!File.Exists(file))
        {
            return (null, $"there is no {Path.GetFileName(file)}");
        }

        var reading = Read(file);
        if (reading.Model is not { } model)
        {
            return (null, "not read: " + string.Join("; ", reading.Errors));
        }

        DmnModel[] others = [.. Directory.EnumerateFiles(Path.GetDirectoryName(file)!, "*.dmn").Order(StringComparer.Ordinal).Where(other => other != file).Select(other => Read(other).Model).OfType<DmnModel>()];
        return DmnEngine.TryBuild(model, others, out var engine, out var errors) ? (engine, "") : (null, "not built: " + string.Join("; ", errors));
    }

    private DmnReading Read(string file)
    {
        if (!_read.TryGetValue(file, out var reading))
        {
            using var stream = File.OpenRead(file);
            reading = DmnXml.Read(stream);
            _read[file] = reading = reading.Model is { } model ? rewrite(model) : reading;
        }

        return reading;
    }
}
