using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace OpsConsole.Core.Foundation.Yaml;

/// <summary>What is wrong in a configuration file, and where. Lines count from 1.</summary>
public sealed record ConfigError(string File, int Line, string Message)
{
    public override string ToString() => $"{File}:{Line}: {Message}";
}

/// <summary>One parsed YAML file. Reading goes on after an error, so that all of them are told at once.</summary>
public sealed class YamlFile
{
    private readonly List<ConfigError> _errors;

    private YamlFile(string name, YamlNode? root, List<ConfigError> errors)
    {
        Name = name;
        Root = root is null ? null : new YamlPart(this, root);
        _errors = errors;
    }

    public string Name { get; }

    /// <summary>The document, or null when the text is empty or no YAML.</summary>
    public YamlPart? Root { get; }

    public static YamlFile Parse(string name, string text, List<ConfigError> errors)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return new YamlFile(name, stream.Documents.Count == 0 ? null : stream.Documents[0].RootNode, errors);
        }
        catch (YamlException failure)
        {
            errors.Add(new ConfigError(name, (int)failure.Start.Line, failure.Message));
            return new YamlFile(name, null, errors);
        }
    }

    internal void Error(YamlNode node, string message) => _errors.Add(new ConfigError(Name, (int)node.Start.Line, message));
}
