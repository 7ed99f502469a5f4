using System.Xml.Linq;

namespace OpsConsole.Bench.Tck;

/// <summary>One result that a test file expects.</summary>
/// <param name="Level">Compliance level; 0 where neither folder nor labels tell it.</param>
/// <param name="Invocable">What is called; without it the result node itself is evaluated.</param>
internal sealed record KitCase(int Level, string File, string ModelFile, string Id, string Name, string? Invocable, XElement Test, XElement Result)
{
    public bool ExpectsError => Result.Attribute("errorResult")?.Value is "true" or "1";

    public override string ToString() => $"{File} case {Id} {Name}";

    public static IEnumerable<KitCase> Read(string file)
    {
        var root = XDocument.Load(file, LoadOptions.PreserveWhitespace).Root!;
        var folder = Path.GetDirectoryName(file)!;
        var model = KitValues.Child(root, "modelName")?.Value.Trim() ?? "";
        var level = LevelOf(file, root);
        foreach (var test in KitValues.Children(root, "testCase"))
        {
            foreach (var result in KitValues.Children(test, "resultNode"))
            {
                yield return new KitCase(
                    level,
                    Path.GetFileName(file),
                    Path.Combine(folder, Path.GetFileName(model)),
                    test.Attribute("id")?.Value ?? "",
                    result.Attribute("name")?.Value ?? "",
                    test.Attribute("invocableName")?.Value,
                    test,
                    result);
            }
        }
    }

    private static int LevelOf(string file, XElement root)
    {
        var texts = file.Split(Path.DirectorySeparatorChar).Reverse()
            .Concat(KitValues.Children(root, "labels").Elements().Select(label => label.Value))
            .Select(text => text.Replace('-', ' ').ToUpperInvariant());
        var told = texts.FirstOrDefault(text => text.StartsWith("COMPLIANCE LEVEL ", StringComparison.Ordinal));
        return told is not null && int.TryParse(told[17..].Trim(), out var level) ? level : 0;
    }
}
