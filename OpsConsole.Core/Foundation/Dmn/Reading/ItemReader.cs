using OpsConsole.Core.Foundation.Dmn.Model;

namespace OpsConsole.Core.Foundation.Dmn.Reading;

/// <summary>Reads data types (DMN 1.5, 7.3.3).</summary>
internal static class ItemReader
{
    public static DmnItemDefinition Read(PartReader reader)
    {
        var item = new DmnItemDefinition
        {
            Id = reader.Id,
            Label = reader.Label,
            Description = reader.Description,
            Line = reader.Part.Line,
            Name = Names.Normal(reader.Required("name")),
            IsCollection = reader.Attribute("isCollection") is "true" or "1",
            TypeRef = reader.Text("typeRef") is { } reference ? Names.Type(reference) : null,
            AllowedValues = reader.Tests("allowedValues"),
            TypeConstraint = reader.Tests("typeConstraint"),
            Components = [.. reader.Take("itemComponent").Select(part => Read(reader.Of(part)))],
            Function = reader.TakeOne("functionItem") is { } function ? Function(reader.Of(function)) : null,
        };
        reader.Finish();
        return item;
    }

    private static DmnFunctionItem Function(PartReader reader)
    {
        var function = new DmnFunctionItem
        {
            Id = reader.Id,
            Label = reader.Label,
            Description = reader.Description,
            Line = reader.Part.Line,
            OutputTypeRef = reader.Attribute("outputTypeRef") is { } reference ? Names.Type(reference) : null,
            Parameters = [.. reader.Take("parameters").Select(part => PartReader.VariableOf(reader.Of(part)))],
        };
        reader.Finish();
        return function;
    }
}
