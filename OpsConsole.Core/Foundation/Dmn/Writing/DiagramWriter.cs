using System.Globalization;
using System.Xml;
using OpsConsole.Core.Foundation.Dmn.Model;
using OpsConsole.Core.Foundation.Dmn.Reading;

namespace OpsConsole.Core.Foundation.Dmn.Writing;

/// <summary>Writes a plain diagram (DMN 1.5, chapter 13), without which graphical tools show nothing.</summary>
internal sealed class DiagramWriter(XmlWriter xml)
{
    public void Write(DmnModel model)
    {
        if (model.Elements.Count == 0)
        {
            return;
        }

        var layout = new DiagramLayout(model);
        xml.WriteStartElement("dmndi", "DMNDI", DmnSpaces.Diagram);
        xml.WriteStartElement("dmndi", "DMNDiagram", DmnSpaces.Diagram);
        xml.WriteAttributeString("id", "diagram");
        xml.WriteAttributeString("name", PartWriter.Clean(model.Name));
        foreach (var element in model.Elements)
        {
            Shape(element, layout.Places[element]);
        }

        foreach (var element in model.Elements)
        {
            foreach (var (reference, index) in DiagramLayout.Requirements(element).Select((reference, index) => (reference, index)))
            {
                if (layout.Find(reference) is { } required)
                {
                    Edge(DiagramLayout.RequirementId(element, index), layout.Places[required], layout.Places[element]);
                }
            }
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void Shape(DmnElement element, (int X, int Y) place)
    {
        xml.WriteStartElement("dmndi", "DMNShape", DmnSpaces.Diagram);
        xml.WriteAttributeString("id", PartWriter.Clean($"shape.{element.Id}"));
        xml.WriteAttributeString("dmnElementRef", PartWriter.Clean(element.Id!));
        if (element is DmnService)
        {
            xml.WriteAttributeString("isCollapsed", "true");
        }

        xml.WriteStartElement("dc", "Bounds", DmnSpaces.Bounds);
        Number("x", place.X);
        Number("y", place.Y);
        Number("width", DiagramLayout.Width);
        Number("height", DiagramLayout.Height);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>From the top of what is required to the bottom of what requires it.</summary>
    private void Edge(string id, (int X, int Y) from, (int X, int Y) to)
    {
        xml.WriteStartElement("dmndi", "DMNEdge", DmnSpaces.Diagram);
        xml.WriteAttributeString("id", PartWriter.Clean($"edge.{id}"));
        xml.WriteAttributeString("dmnElementRef", PartWriter.Clean(id));
        Waypoint(from.X + DiagramLayout.Width / 2, from.Y);
        Waypoint(to.X + DiagramLayout.Width / 2, to.Y + DiagramLayout.Height);
        xml.WriteEndElement();
    }

    private void Waypoint(int x, int y)
    {
        xml.WriteStartElement("di", "waypoint", DmnSpaces.Waypoints);
        Number("x", x);
        Number("y", y);
        xml.WriteEndElement();
    }

    private void Number(string name, int value) => xml.WriteAttributeString(name, value.ToString(CultureInfo.InvariantCulture));
}
