using OpsConsole.Core.Foundation.Dmn.Model;

namespace OpsConsole.Core.Foundation.Dmn.Reading;

/// <summary>Reads the elements of a model (DMN 1.5, 6.3 and 7.3).</summary>
internal static class ModelReader
{
    private static readonly Dictionary<string, Func<PartReader, DmnElement>> Elements = new(StringComparer.Ordinal)
    {
        ["decision"] = Decision,
        ["inputData"] = reader => new DmnInputData { Name = reader.Name(), Variable = reader.Variable() },
        ["businessKnowledgeModel"] = KnowledgeModel,
        ["decisionService"] = Service,
    };

    public static DmnModel? Read(XmlPart root, ReadingErrors errors)
    {
        if (root.Name != "definitions" || !DmnSpaces.IsModel(root.Namespace))
        {
            errors.Add(root, root.Name == "definitions"
                ? $"The namespace '{root.Namespace}' is none of DMN 1.1 to 1.5."
                : "This is no decision model: its outermost element must be 'definitions' of DMN.");
            return null;
        }

        var reader = new PartReader(root, errors);
        var model = new DmnModel
        {
            Id = reader.Id,
            Label = reader.Label,
            Description = reader.Description,
            Line = root.Line,
            Name = reader.Name(),
            Namespace = reader.Required("namespace"),
            Imports = [.. reader.Take("import").Select(part => Import(reader.Of(part)))],
            Types = [.. reader.Take("itemDefinition").Select(part => ItemReader.Read(reader.Of(part)))],
            Elements = [.. root.Children.Where(child => DmnSpaces.IsModel(child.Namespace) && Elements.ContainsKey(child.Name)).Select(part => Element(reader.Of(part)))],
        };
        foreach (var kind in Elements.Keys)
        {
            reader.Take(kind);
        }

        reader.Finish();
        return ElementIds.Complete(model);
    }

    private static string Name(this PartReader reader) => Names.Normal(reader.Required("name"));

    private static DmnImport Import(PartReader reader)
    {
        var import = new DmnImport
        {
            Id = reader.Id,
            Label = reader.Label,
            Description = reader.Description,
            Line = reader.Part.Line,
            Name = Names.Normal(reader.Attribute("name") ?? ""),
            Namespace = reader.Required("namespace"),
        };
        if (reader.Attribute("importType") is { Length: > 0 } type && !DmnSpaces.IsModel(type))
        {
            reader.Errors.Add(reader.Part, $"Imports of the type '{type}' are not supported; only decision models are.");
        }

        reader.Finish();
        return import;
    }

    private static DmnElement Element(PartReader reader)
    {
        var element = Elements[reader.Part.Name](reader) with { Id = reader.Id, Label = reader.Label, Description = reader.Description, Line = reader.Part.Line };
        reader.Finish();
        return element;
    }

    private static DmnDecision Decision(PartReader reader)
    {
        var information = Requirements(reader, "informationRequirement", "requiredDecision", "requiredInput");
        return new DmnDecision
        {
            Name = reader.Name(),
            Question = Trimmed(reader.Text("question")),
            AllowedAnswers = Trimmed(reader.Text("allowedAnswers")),
            Variable = reader.Variable(),
            RequiredInputs = [.. information["requiredInput"]],
            RequiredDecisions = [.. information["requiredDecision"]],
            RequiredKnowledge = RequiredKnowledge(reader),
            Logic = reader.Logic(),
        };
    }

    private static DmnKnowledgeModel KnowledgeModel(PartReader reader) => new()
    {
        Name = reader.Name(),
        Variable = reader.Variable(),
        RequiredKnowledge = RequiredKnowledge(reader),
        Logic = reader.TakeOne("encapsulatedLogic") is { } part ? Encapsulated(reader.Of(part)) : null,
    };

    private static DmnFunction Encapsulated(PartReader reader)
    {
        var function = LogicReader.Function(reader) with { Id = reader.Id, Label = reader.Label, Description = reader.Description, TypeRef = reader.TypeRef(), Line = reader.Part.Line };
        reader.Finish();
        return function;
    }

    private static DmnService Service(PartReader reader) => new()
    {
        Name = reader.Name(),
        Variable = reader.Variable(),
        OutputDecisions = reader.References("outputDecision"),
        EncapsulatedDecisions = reader.References("encapsulatedDecision"),
        InputDecisions = reader.References("inputDecision"),
        InputData = reader.References("inputData"),
    };

    private static List<string> RequiredKnowledge(PartReader reader) => [.. Requirements(reader, "knowledgeRequirement", "requiredKnowledge")["requiredKnowledge"]];

    /// <summary>The references by the element that holds them.</summary>
    private static ILookup<string, string> Requirements(PartReader reader, string name, params string[] kinds)
    {
        var references = new List<(string Kind, string Reference)>();
        foreach (var part in reader.Take(name))
        {
            var requirement = reader.Of(part);
            var found = kinds.SelectMany(kind => requirement.References(kind).Select(reference => (kind, reference))).ToList();
            if (found.Count != 1)
            {
                reader.Errors.Add(part, $"It needs one of {string.Join(" or ", kinds)}.");
            }

            references.AddRange(found);
            requirement.Finish();
        }

        return references.ToLookup(found => found.Kind, found => found.Reference, StringComparer.Ordinal);
    }

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
