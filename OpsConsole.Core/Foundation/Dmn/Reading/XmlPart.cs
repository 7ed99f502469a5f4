namespace OpsConsole.Core.Foundation.Dmn.Reading;

/// <summary>An element of a file, with what is directly in it.</summary>
internal sealed class XmlPart(string space, string name, int line)
{
    public string Namespace => space;

    public string Name => name;

    public int Line => line;

    public Dictionary<string, string> Attributes { get; } = new(StringComparer.Ordinal);

    public List<XmlPart> Children { get; } = [];

    public string Text { get; set; } = "";

    public string? Attribute(string attribute) => Attributes.GetValueOrDefault(attribute);
}
