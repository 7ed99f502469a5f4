using System.Globalization;
using System.Text;
using System.Xml;
using OpsConsole.Core.Foundation.Dmn.Model;
using OpsConsole.Core.Foundation.Dmn.Reading;

namespace OpsConsole.Core.Foundation.Dmn.Writing;

/// <summary>Writes a model as DMN 1.5, its elements in the order that the schema asks for, with a diagram.</summary>
internal sealed class ModelWriter
{
    private readonly PartWriter _writer;
    private readonly LogicWriter _logic;

    private ModelWriter(XmlWriter xml)
    {
        _writer = new PartWriter(xml);
        _logic = new LogicWriter(_writer);
    }

    public static string Write(DmnModel model)
    {
        var complete = ElementIds.Complete(model);
        var text = new StringWriterUtf8();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n" }))
        {
            new ModelWriter(xml).Definitions(complete);
        }

        return text.ToString() + "\n";
    }

    private void Definitions(DmnModel model)
    {
        var xml = _writer.Xml;
        xml.WriteStartDocument();
        xml.WriteStartElement("definitions", DmnSpaces.Model);
        xml.WriteAttributeString("xmlns", "dmndi", null, DmnSpaces.Diagram);
        xml.WriteAttributeString("xmlns", "dc", null, DmnSpaces.Bounds);
        xml.WriteAttributeString("xmlns", "di", null, DmnSpaces.Waypoints);
        foreach (var (name, value) in new[]
        {
            ("id", model.Id), ("label", model.Label), ("name", model.Name), ("namespace", model.Namespace), ("expressionLanguage", DmnSpaces.Feel), ("typeLanguage", DmnSpaces.Feel),
        })
        {
            if (value is not null)
            {
                xml.WriteAttributeString(name, PartWriter.Clean(value));
            }
        }

        _writer.Text("description", model.Description);
        foreach (var import in model.Imports)
        {
            _writer.Element("import", import, [("name", import.Name), ("namespace", import.Namespace), ("importType", DmnSpaces.Model)]);
        }

        foreach (var type in model.Types)
        {
            Item("itemDefinition", type);
        }

        foreach (var element in model.Elements)
        {
            Element(element);
        }

        new DiagramWriter(xml).Write(model);
        xml.WriteEndElement();
    }

    private void Item(string name, DmnItemDefinition item) => _writer.Element(
        name, item, [("name", item.Name), ("isCollection", item.IsCollection ? "true" : null)], () =>
        {
            _writer.Text("typeRef", item.TypeRef);
            _writer.Tests("allowedValues", item.AllowedValues);
            _writer.Tests("typeConstraint", item.TypeConstraint);
            foreach (var component in item.Components)
            {
                Item("itemComponent", component);
            }

            if (item.Function is { } function)
            {
                _writer.Element("functionItem", function, [("outputTypeRef", function.OutputTypeRef)], () =>
                {
                    foreach (var parameter in function.Parameters)
                    {
                        _writer.Variable("parameters", parameter);
                    }
                });
            }
        });

    private void Element(DmnElement element)
    {
        switch (element)
        {
            case DmnInputData:
                Named("inputData", element, () => _writer.Variable("variable", element.Variable));
                break;
            case DmnDecision decision:
                Named("decision", element, () => Decision(decision));
                break;
            case DmnKnowledgeModel knowledge:
                Named("businessKnowledgeModel", element, () => Knowledge(knowledge));
                break;
            case DmnService service:
                Named("decisionService", element, () => Service(service));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(element), element, "An element that has no XML");
        }
    }

    private void Named(string name, DmnElement element, Action inside) => _writer.Element(name, element, [("name", element.Name)], inside);

    private void Decision(DmnDecision decision)
    {
        _writer.Text("question", decision.Question);
        _writer.Text("allowedAnswers", decision.AllowedAnswers);
        _writer.Variable("variable", decision.Variable);
        Requirements(decision, 0, "informationRequirement", "requiredInput", decision.RequiredInputs);
        Requirements(decision, decision.RequiredInputs.Count, "informationRequirement", "requiredDecision", decision.RequiredDecisions);
        Requirements(decision, decision.RequiredInputs.Count + decision.RequiredDecisions.Count, "knowledgeRequirement", "requiredKnowledge", decision.RequiredKnowledge);
        _logic.Write(decision.Logic);
    }

    private void Knowledge(DmnKnowledgeModel knowledge)
    {
        _writer.Variable("variable", knowledge.Variable);
        if (knowledge.Logic is { } function)
        {
            _logic.Function("encapsulatedLogic", function);
        }

        Requirements(knowledge, 0, "knowledgeRequirement", "requiredKnowledge", knowledge.RequiredKnowledge);
    }

    /// <param name="before">How many requirements of the element were written before these.</param>
    private void Requirements(DmnElement element, int before, string name, string kind, IReadOnlyList<string> references)
    {
        foreach (var (reference, index) in references.Select((reference, index) => (reference, index)))
        {
            _writer.Element(name, null, [("id", DiagramLayout.RequirementId(element, before + index))], () => _writer.Element(kind, null, [("href", reference)]));
        }
    }

    private void Service(DmnService service)
    {
        _writer.Variable("variable", service.Variable);
        References("outputDecision", service.OutputDecisions);
        References("encapsulatedDecision", service.EncapsulatedDecisions);
        References("inputDecision", service.InputDecisions);
        References("inputData", service.InputData);
    }

    private void References(string name, IReadOnlyList<string> references)
    {
        foreach (var reference in references)
        {
            _writer.Element(name, null, [("href", reference)]);
        }
    }

    /// <summary>Says UTF-8 in the first line, as which the text is saved.</summary>
    private sealed class StringWriterUtf8() : StringWriter(CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
