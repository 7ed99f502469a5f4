namespace OpsConsole.Core.Foundation.Dmn.Model;

/// <summary>An element of the requirement graph (DMN 1.5, 6.3.6).</summary>
public abstract record DmnElement : DmnPart
{
    public required string Name { get; init; }

    /// <summary>What it is called in expressions, and its type; without one it is called by its name.</summary>
    public DmnVariable? Variable { get; init; }

    /// <summary>The name under which expressions know it.</summary>
    public string VariableName => Variable?.Name ?? Name;
}

/// <summary>What is told to the model from outside (DMN 1.5, 6.3.11).</summary>
public sealed record DmnInputData : DmnElement;

/// <summary>An output found from inputs by decision logic (DMN 1.5, 6.3.7).</summary>
public sealed record DmnDecision : DmnElement
{
    public string? Question { get; init; }

    public string? AllowedAnswers { get; init; }

    /// <summary>The input data that it looks at: <c>#id</c>, or <c>namespace#id</c> of an imported model.</summary>
    public IReadOnlyList<string> RequiredInputs { get; init; } = [];

    /// <summary>The decisions that it looks at.</summary>
    public IReadOnlyList<string> RequiredDecisions { get; init; } = [];

    /// <summary>The business knowledge models and decision services that it calls.</summary>
    public IReadOnlyList<string> RequiredKnowledge { get; init; } = [];

    /// <summary>How it is made; a decision may leave that open, and is null then.</summary>
    public DmnLogic? Logic { get; init; }
}

/// <summary>A function of its own (DMN 1.5, 6.3.9).</summary>
public sealed record DmnKnowledgeModel : DmnElement
{
    public IReadOnlyList<string> RequiredKnowledge { get; init; } = [];

    public DmnFunction? Logic { get; init; }
}

/// <summary>Decisions offered together as one function (DMN 1.5, 6.3.10).</summary>
public sealed record DmnService : DmnElement
{
    public IReadOnlyList<string> OutputDecisions { get; init; } = [];

    public IReadOnlyList<string> EncapsulatedDecisions { get; init; } = [];

    /// <summary>Decisions that are given to it and not made by it.</summary>
    public IReadOnlyList<string> InputDecisions { get; init; } = [];

    public IReadOnlyList<string> InputData { get; init; } = [];
}
