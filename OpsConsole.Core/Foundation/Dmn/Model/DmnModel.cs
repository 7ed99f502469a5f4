namespace OpsConsole.Core.Foundation.Dmn.Model;

/// <summary>
/// A decision model (DMN 1.5, 6.3.3 Definitions): data types, and input data, decisions, business knowledge models and decision services with what
/// they require of each other. It is data only; <see cref="DmnEngine"/> makes it run.
/// </summary>
public sealed record DmnModel : DmnPart
{
    public required string Name { get; init; }

    /// <summary>Names the model for those that import it.</summary>
    public required string Namespace { get; init; }

    public IReadOnlyList<DmnImport> Imports { get; init; } = [];

    public IReadOnlyList<DmnItemDefinition> Types { get; init; } = [];

    /// <summary>In the order of the document.</summary>
    public IReadOnlyList<DmnElement> Elements { get; init; } = [];
}

/// <summary>Another model whose parts are used here, as <c>name.part</c> (DMN 1.5, 6.3.4).</summary>
public sealed record DmnImport : DmnPart
{
    public required string Name { get; init; }

    public required string Namespace { get; init; }
}

/// <summary>A name with a type: what an element is called in expressions, a parameter, a column.</summary>
public sealed record DmnVariable : DmnPart
{
    public required string Name { get; init; }

    public string? TypeRef { get; init; }
}
