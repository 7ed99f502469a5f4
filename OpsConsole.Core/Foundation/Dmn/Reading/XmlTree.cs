using System.Xml;

namespace OpsConsole.Core.Foundation.Dmn.Reading;

/// <summary>
/// Reads a file into elements, within limits. Nothing outside the file is ever looked at: a document type, in which entities would be declared, is
/// refused before anything in it is read.
/// </summary>
internal sealed class XmlTree
{
    private readonly DmnLimits _limits;
    private readonly Stack<XmlPart> _open = new();
    private int _elements;
    private XmlPart? _root;

    private XmlTree(DmnLimits limits) => _limits = limits;

    public static XmlPart? Read(Stream stream, DmnLimits limits, out DmnError? error)
    {
        using var bounded = new BoundedStream(stream, limits.Size);
        return Read(settings => XmlReader.Create(bounded, settings), limits, out error);
    }

    public static XmlPart? Read(string text, DmnLimits limits, out DmnError? error)
    {
        if (text.Length > limits.Size)
        {
            error = TooLarge(limits);
            return null;
        }

        using var reader = new StringReader(text);
        return Read(settings => XmlReader.Create(reader, settings), limits, out error);
    }

    private static XmlPart? Read(Func<XmlReaderSettings, XmlReader> open, DmnLimits limits, out DmnError? error)
    {
        var tree = new XmlTree(limits);
        try
        {
            using var reader = open(new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
            });
            error = tree.Walk(reader);
        }
        catch (XmlException fault) when (fault.Message.Contains("DTD", StringComparison.Ordinal))
        {
            error = new DmnError(fault.LineNumber, "DOCTYPE", "A document type, and the entities that it declares, are refused. Remove it from the file.");
        }
        catch (XmlException fault)
        {
            error = new DmnError(fault.LineNumber, "the file", $"This is not well-formed XML: {fault.Message}");
        }
        catch (BoundedStream.TooLongException)
        {
            error = TooLarge(limits);
        }

        return error is null ? tree._root : null;
    }

    private static DmnError TooLarge(DmnLimits limits) =>
        new(0, "the file", $"It is larger than {limits.Size / 1024 / 1024.0:0.#} MB, the most that is read. Leave out diagrams and extensions, or split the model.");

    private DmnError? Walk(XmlReader reader)
    {
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when Element(reader) is { } refused:
                    return refused;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace when _open.TryPeek(out var part):
                    part.Text += reader.Value;
                    break;
                case XmlNodeType.EndElement:
                    _open.Pop();
                    break;
            }
        }

        return null;
    }

    private DmnError? Element(XmlReader reader)
    {
        if (++_elements > _limits.Elements)
        {
            return new DmnError(Line(reader), reader.LocalName, $"The file has more than {_limits.Elements} elements, the most that is read.");
        }

        if (_open.Count >= _limits.Depth)
        {
            return new DmnError(Line(reader), reader.LocalName, $"Elements are nested more than {_limits.Depth} levels deep.");
        }

        var part = new XmlPart(reader.NamespaceURI, reader.LocalName, Line(reader));
        if (_open.TryPeek(out var parent))
        {
            parent.Children.Add(part);
        }

        _root ??= part;
        var empty = reader.IsEmptyElement;
        ReadAttributes(reader, part);
        if (!empty)
        {
            _open.Push(part);
        }

        return null;
    }

    private static void ReadAttributes(XmlReader reader, XmlPart part)
    {
        while (reader.MoveToNextAttribute())
        {
            if (reader.Prefix.Length == 0 && reader.Name != "xmlns")
            {
                part.Attributes[reader.LocalName] = reader.Value;
            }
        }
    }

    private static int Line(XmlReader reader) => ((IXmlLineInfo)reader).LineNumber;
}
