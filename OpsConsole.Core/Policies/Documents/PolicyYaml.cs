using OpsConsole.Core.Foundation.Yaml;

namespace OpsConsole.Core.Policies.Documents;

/// <summary>A policy document as a YAML file, as packs hold it and as a version is stored.</summary>
public static class PolicyYaml
{
    /// <summary>Characters of one file; what is longer is refused before it is parsed.</summary>
    public const int LongestText = 20_000_000;

    /// <summary>
    /// The document, or null when the text is no policy file; the faults are added to <paramref name="errors"/>. Whether its cells and
    /// expressions mean anything is for <see cref="PolicyCompiler"/> to say.
    /// </summary>
    public static PolicyDocument? Read(string file, string text, List<ConfigError> errors) => Read(file, text, errors, out _);

    /// <summary>The canonical text. Reading it gives an equal document, provided that this one compiles.</summary>
    public static string Write(PolicyDocument document) => new DocumentWriter(document).Write();

    /// <param name="lines">Where each part stands.</param>
    internal static PolicyDocument? Read(string file, string text, List<ConfigError> errors, out PolicyLines lines)
    {
        lines = new PolicyLines();
        if (text.Length > LongestText)
        {
            errors.Add(new ConfigError(file, 1, $"the file has {text.Length} characters; {LongestText} is the most"));
            return null;
        }

        var found = new List<ConfigError>();
        var root = YamlFile.Parse(file, text, found).Root;
        if (root is null && found.Count == 0)
        {
            found.Add(new ConfigError(file, 1, "the file is empty"));
        }

        var document = root is null ? null : new DocumentReader(root, lines).Read();
        errors.AddRange(found);
        return found.Count == 0 ? document : null;
    }
}
