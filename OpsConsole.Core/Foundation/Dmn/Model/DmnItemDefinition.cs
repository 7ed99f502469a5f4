namespace OpsConsole.Core.Foundation.Dmn.Model;

/// <summary>A data type (DMN 1.5, 7.3.3): another type, perhaps restricted; components; or a function.</summary>
public sealed record DmnItemDefinition : DmnPart
{
    public required string Name { get; init; }

    public string? TypeRef { get; init; }

    public bool IsCollection { get; init; }

    public IReadOnlyList<DmnItemDefinition> Components { get; init; } = [];

    public DmnFunctionItem? Function { get; init; }

    /// <summary>Unary tests of which a value, in a collection each of its items, must meet one.</summary>
    public string? AllowedValues { get; init; }

    /// <summary>Unary tests of which the value as a whole must meet one, in a collection the list.</summary>
    public string? TypeConstraint { get; init; }
}

/// <summary>The type of a function.</summary>
public sealed record DmnFunctionItem : DmnPart
{
    public IReadOnlyList<DmnVariable> Parameters { get; init; } = [];

    public string? OutputTypeRef { get; init; }
}
