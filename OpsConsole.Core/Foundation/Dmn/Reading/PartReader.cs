using OpsConsole.Core.Foundation.Dmn.Model;

namespace OpsConsole.Core.Foundation.Dmn.Reading;

/// <summary>
/// Reads the children of one element by name. What nobody asked for when it is done is refused by name: leaving out what is not understood would
/// change what a model says.
/// </summary>
internal sealed class PartReader
{
    /// <summary>What says nothing about a decision's outcome and is left out on purpose.</summary>
    private static readonly HashSet<string> LeftOut = new(StringComparer.Ordinal)
    {
        "extensionElements", "authorityRequirement", "knowledgeSource", "textAnnotation", "association", "group", "performanceIndicator",
        "organizationUnit", "elementCollection", "impactedPerformanceIndicator", "decisionMaker", "decisionOwner", "usingProcess", "usingTask",
        "supportedObjective", "impactingDecision", "description", "DMNDI", "businessContextElement",
    };

    private readonly ReadingErrors _errors;
    private readonly List<XmlPart> _left;

    public PartReader(XmlPart part, ReadingErrors errors)
    {
        Part = part;
        _errors = errors;
        _left = [.. part.Children.Where(child => DmnSpaces.IsModel(child.Namespace))];
        Description = Text("description") is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
        _left.RemoveAll(child => LeftOut.Contains(child.Name));
        Language("expressionLanguage");
        Language("typeLanguage");
    }

    public XmlPart Part { get; }

    public ReadingErrors Errors => _errors;

    public string? Id => Part.Attribute("id");

    public string? Label => Part.Attribute("label");

    public string? Description { get; }

    public PartReader Of(XmlPart part) => new(part, _errors);

    public string? Attribute(string name) => Part.Attribute(name);

    /// <summary>An attribute that must be there.</summary>
    public string Required(string name)
    {
        if (Attribute(name) is { } value && !string.IsNullOrWhiteSpace(value))
        {
            return value.Trim();
        }

        _errors.Add(Part, $"It needs the attribute '{name}'.");
        return "";
    }

    public List<XmlPart> Take(string name)
    {
        var found = _left.FindAll(child => child.Name == name);
        _left.RemoveAll(child => child.Name == name);
        return found;
    }

    public XmlPart? TakeOne(string name)
    {
        var found = Take(name);
        if (found.Count > 1)
        {
            _errors.Add(found[1], $"There may be only one {name} in {Part.Name}.");
        }

        return found.Count > 0 ? found[0] : null;
    }

    public XmlPart? TakeRequired(string name)
    {
        var found = TakeOne(name);
        if (found is null)
        {
            _errors.Add(Part, $"It needs the element '{name}'.");
        }

        return found;
    }

    public string? Text(string name) => TakeOne(name)?.Text;

    /// <summary>The text of a <c>text</c> element inside, as unary tests have it.</summary>
    public string? Tests(string name)
    {
        if (TakeOne(name) is not { } found)
        {
            return null;
        }

        var reader = Of(found);
        var text = reader.Text("text")?.Trim();
        reader.Finish();
        return string.IsNullOrEmpty(text) ? null : text;
    }

    /// <summary>The first child that is decision logic.</summary>
    public DmnLogic? Logic()
    {
        var found = _left.FindAll(child => LogicReader.IsLogic(child.Name));
        _left.RemoveAll(found.Contains);
        if (found.Count > 1)
        {
            _errors.Add(found[1], $"There may be only one expression in {Part.Name}.");
        }

        return found.Count > 0 ? LogicReader.Read(Of(found[0])) : null;
    }

    public DmnLogic LogicRequired()
    {
        if (Logic() is { } logic)
        {
            return logic;
        }

        _errors.Add(Part, "It needs an expression in it.");
        return new DmnLiteral { Text = "null" };
    }

    /// <summary>All children that are decision logic, in order.</summary>
    public List<DmnLogic> AllLogic()
    {
        var found = _left.FindAll(child => LogicReader.IsLogic(child.Name));
        _left.RemoveAll(found.Contains);
        return [.. found.Select(child => LogicReader.Read(Of(child)))];
    }

    public DmnVariable? Variable(string name = "variable") => TakeOne(name) is { } part ? VariableOf(Of(part)) : null;

    public static DmnVariable VariableOf(PartReader reader)
    {
        var variable = new DmnVariable
        {
            Id = reader.Id,
            Label = reader.Label,
            Description = reader.Description,
            Line = reader.Part.Line,
            Name = Names.Normal(reader.Required("name")),
            TypeRef = reader.TypeRef(),
        };
        reader.Finish();
        return variable;
    }

    public string? TypeRef() => Attribute("typeRef") is { } reference ? Names.Type(reference) : null;

    /// <summary>The reference of each element of that name.</summary>
    public List<string> References(string name) => [.. Take(name).Select(Reference).OfType<string>()];

    public string? Reference(XmlPart part)
    {
        var reader = Of(part);
        var reference = reader.Required("href");
        reader.Finish();
        return reference.Length > 0 ? reference : null;
    }

    public void Finish()
    {
        foreach (var part in _left)
        {
            _errors.Add(part, $"The element {part.Name} in {Part.Name} is not supported.");
        }
    }

    private void Language(string name)
    {
        if (Attribute(name) is { Length: > 0 } language && !DmnSpaces.IsFeel(language))
        {
            _errors.Add(Part, $"The {(name == "typeLanguage" ? "type" : "expression")} language '{language}' is not supported; only FEEL is.");
        }
    }
}
