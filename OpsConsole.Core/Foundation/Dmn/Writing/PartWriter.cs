using System.Text;
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
                xml.WriteAttributeString(attribute, Clean(value));
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
            xml.WriteElementString(name, DmnSpaces.Model, Clean(text));
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

    /// <summary>XML has no way to write some control characters and halves of surrogate pairs.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            if (index + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[index + 1], text[index]))
            {
                clean.Append(text[index]).Append(text[++index]);
            }
            else
            {
                clean.Append(XmlConvert.IsXmlChar(text[index]) ? text[index] : '\uFFFD');
            }
        }

        return clean.ToString();
    }
}
