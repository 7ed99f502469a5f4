namespace OpsConsole.Core.Foundation.Dmn.Model;

/// <summary>A decision table (DMN 1.5, chapter 8).</summary>
public sealed record DmnTable : DmnLogic
{
    public DmnHitPolicy HitPolicy { get; init; }

    /// <summary>What <see cref="DmnHitPolicy.Collect"/> does with the outputs.</summary>
    public DmnAggregation Aggregation { get; init; }

    public string? OutputLabel { get; init; }

    public IReadOnlyList<DmnTableInput> Inputs { get; init; } = [];

    public IReadOnlyList<DmnTableOutput> Outputs { get; init; } = [];

    /// <summary>The names of the annotation columns.</summary>
    public IReadOnlyList<string> Annotations { get; init; } = [];

    public IReadOnlyList<DmnRule> Rules { get; init; } = [];
}

public enum DmnHitPolicy
{
    Unique,
    Any,
    Priority,
    First,
    RuleOrder,
    OutputOrder,
    Collect,
}

public enum DmnAggregation
{
    None,
    Sum,
    Min,
    Max,
    Count,
}

/// <summary>A column of tests.</summary>
public sealed record DmnTableInput : DmnPart
{
    /// <summary>The expression whose value is tested.</summary>
    public required string Expression { get; init; }

    public string? TypeRef { get; init; }

    /// <summary>Unary tests that a value must meet.</summary>
    public string? AllowedValues { get; init; }
}

/// <summary>A column of results.</summary>
public sealed record DmnTableOutput : DmnPart
{
    /// <summary>Needed where there are several outputs.</summary>
    public string? Name { get; init; }

    public string? TypeRef { get; init; }

    /// <summary>The values that it may have, for priorities the most important first.</summary>
    public string? AllowedValues { get; init; }

    /// <summary>What it is when no rule matches.</summary>
    public string? Default { get; init; }
}

/// <summary>A row: one cell for each input, one for each output.</summary>
public sealed record DmnRule : DmnPart
{
    /// <summary>Unary tests.</summary>
    public IReadOnlyList<DmnCell> Inputs { get; init; } = [];

    /// <summary>Expressions.</summary>
    public IReadOnlyList<DmnCell> Outputs { get; init; } = [];

    public IReadOnlyList<string> Annotations { get; init; } = [];
}

public sealed record DmnCell : DmnPart
{
    public required string Text { get; init; }

    /// <summary>Of an output cell.</summary>
    public string? TypeRef { get; init; }
}
