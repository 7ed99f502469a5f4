using System.Xml;
using OpsConsole.Core.Foundation.Dmn.Model;
using OpsConsole.Core.Foundation.Dmn.Reading;

namespace OpsConsole.Core.Foundation.Dmn.Writing;

/// <summary>Writes elements of DMN with what each of them may carry.</summary>
internal sealed class PartWriter(XmlWriter xml)
{
    public XmlWriter Xml => xml;

    /// <param name="attributes">Those without a value are left out.</param>
    public void Element(string name, DmnPart? part, IEnumerable<(string Name, string? Value)> attributes, Action? inside = null)
    {
        xml.WriteStartElement(name, DmnSpaces.Model);
        foreach (var (attribute, value) in attributes.Prepend(("label", part?.Label)).Prepend(("id", part?.Id)))
        {
            if (value is not null)
            {
                xml.WriteAttributeString(attribute, value);
            }
        }

        Text("description", part?.Description);
        inside?.Invoke();
        xml.WriteEndElement();
    }

    public void Text(string name, string? text)
    {
        if (text is not null)
        {
            xml.WriteElementString(name, DmnSpaces.Model, text);
        }
    }

    /// <summary>Unary tests, or an expression that has no more than its text.</summary>
    public void Tests(string name, string? text)
    {
        if (text is not null)
        {
            Element(name, null, [], () => Text("text", text));
        }
    }

    public void Variable(string name, DmnVariable? variable)
    {
        if (variable is not null)
        {
            Element(name, variable, [("name", variable.Name), ("typeRef", variable.TypeRef)]);
        }
    }
}
