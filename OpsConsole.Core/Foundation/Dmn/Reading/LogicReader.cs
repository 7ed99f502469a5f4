using OpsConsole.Core.Foundation.Dmn.Model;

namespace OpsConsole.Core.Foundation.Dmn.Reading;

/// <summary>Reads boxed expressions (DMN 1.5, 10.2).</summary>
internal static class LogicReader
{
    private static readonly Dictionary<string, Func<PartReader, DmnLogic>> Kinds = new(StringComparer.Ordinal)
    {
        ["literalExpression"] = Literal,
        ["decisionTable"] = TableReader.Read,
        ["context"] = Context,
        ["list"] = List,
        ["relation"] = Relation,
        ["invocation"] = Invocation,
        ["functionDefinition"] = Function,
        ["conditional"] = Conditional,
        ["filter"] = Filter,
        ["for"] = For,
        ["every"] = Quantified,
        ["some"] = Quantified,
    };

    public static bool IsLogic(string name) => Kinds.ContainsKey(name);

    public static DmnLogic Read(PartReader reader)
    {
        var logic = Kinds[reader.Part.Name](reader) with
        {
            Id = reader.Id,
            Label = reader.Label,
            Description = reader.Description,
            TypeRef = reader.TypeRef(),
            Line = reader.Part.Line,
        };
        reader.Finish();
        return logic;
    }

    public static DmnFunction Function(PartReader reader) => new()
    {
        Kind = Kind(reader),
        Parameters = [.. reader.Take("formalParameter").Select(part => PartReader.VariableOf(reader.Of(part)))],
        Body = reader.Logic(),
    };

    private static DmnFunctionKind Kind(PartReader reader)
    {
        switch (reader.Attribute("kind"))
        {
            case null or "" or "FEEL":
                return DmnFunctionKind.Feel;
            case "Java":
                return DmnFunctionKind.Java;
            case "PMML":
                return DmnFunctionKind.Pmml;
            case var other:
                reader.Errors.Add(reader.Part, $"Functions of the kind '{other}' are not supported; only FEEL is.");
                return DmnFunctionKind.Feel;
        }
    }

    private static DmnLiteral Literal(PartReader reader) => new() { Text = reader.Text("text")?.Trim() ?? "" };

    private static DmnContext Context(PartReader reader) => new() { Entries = [.. reader.Take("contextEntry").Select(part => Entry(reader.Of(part)))] };

    private static DmnContextEntry Entry(PartReader reader)
    {
        var entry = new DmnContextEntry
        {
            Id = reader.Id,
            Label = reader.Label,
            Description = reader.Description,
            Line = reader.Part.Line,
            Variable = reader.Variable(),
            Logic = reader.Logic(),
        };
        reader.Finish();
        return entry;
    }

    private static DmnList List(PartReader reader) => new() { Items = reader.AllLogic() };

    private static DmnRelation Relation(PartReader reader) => new()
    {
        Columns = [.. reader.Take("column").Select(part => PartReader.VariableOf(reader.Of(part)))],
        Rows = [.. reader.Take("row").Select(part => Row(reader.Of(part)))],
    };

    private static DmnList Row(PartReader reader)
    {
        var row = List(reader) with { Id = reader.Id, Label = reader.Label, Description = reader.Description, Line = reader.Part.Line };
        reader.Finish();
        return row;
    }

    private static DmnInvocation Invocation(PartReader reader) => new()
    {
        Function = reader.LogicRequired(),
        Bindings = [.. reader.Take("binding").Select(part => Binding(reader.Of(part)))],
    };

    private static DmnBinding Binding(PartReader reader)
    {
        var parameter = reader.Variable("parameter");
        if (parameter is null)
        {
            reader.Errors.Add(reader.Part, "It needs the element 'parameter'.");
        }

        var binding = new DmnBinding
        {
            Id = reader.Id,
            Description = reader.Description,
            Line = reader.Part.Line,
            Parameter = parameter ?? new DmnVariable { Name = "" },
            Logic = reader.Logic(),
        };
        reader.Finish();
        return binding;
    }

    private static DmnConditional Conditional(PartReader reader) => new()
    {
        If = Child(reader, "if"),
        Then = Child(reader, "then"),
        Else = Child(reader, "else"),
    };

    private static DmnFilter Filter(PartReader reader) => new() { In = Child(reader, "in"), Match = Child(reader, "match") };

    private static DmnFor For(PartReader reader) => new()
    {
        Iterator = Names.Normal(reader.Required("iteratorVariable")),
        In = Child(reader, "in"),
        Return = Child(reader, "return"),
    };

    private static DmnQuantified Quantified(PartReader reader) => new()
    {
        Every = reader.Part.Name == "every",
        Iterator = Names.Normal(reader.Required("iteratorVariable")),
        In = Child(reader, "in"),
        Satisfies = Child(reader, "satisfies"),
    };

    private static DmnLogic Child(PartReader reader, string name)
    {
        if (reader.TakeRequired(name) is not { } part)
        {
            return new DmnLiteral { Text = "null" };
        }

        var child = reader.Of(part);
        var logic = child.LogicRequired();
        child.Finish();
        return logic.TypeRef is null ? logic with { TypeRef = child.TypeRef() } : logic;
    }
}
