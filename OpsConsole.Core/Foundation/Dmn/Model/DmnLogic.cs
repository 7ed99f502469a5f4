namespace OpsConsole.Core.Foundation.Dmn.Model;

/// <summary>Decision logic: a FEEL expression or one of the boxed expressions (DMN 1.5, 10.2).</summary>
public abstract record DmnLogic : DmnPart
{
    private protected DmnLogic()
    {
    }

    public string? TypeRef { get; init; }
}

/// <summary>A FEEL expression as text (10.2.1.1).</summary>
public sealed record DmnLiteral : DmnLogic
{
    public required string Text { get; init; }
}

/// <summary>Named entries, each of which sees those before it (10.2.1.4). One without a name is the result; else the result is the context.</summary>
public sealed record DmnContext : DmnLogic
{
    public IReadOnlyList<DmnContextEntry> Entries { get; init; } = [];
}

public sealed record DmnContextEntry : DmnPart
{
    public DmnVariable? Variable { get; init; }

    public DmnLogic? Logic { get; init; }
}

/// <summary>(10.2.1.5)</summary>
public sealed record DmnList : DmnLogic
{
    public IReadOnlyList<DmnLogic> Items { get; init; } = [];
}

/// <summary>A list of contexts that all have the same entries (10.2.1.6).</summary>
public sealed record DmnRelation : DmnLogic
{
    public IReadOnlyList<DmnVariable> Columns { get; init; } = [];

    public IReadOnlyList<DmnList> Rows { get; init; } = [];
}

/// <summary>A call by name (10.2.1.3).</summary>
public sealed record DmnInvocation : DmnLogic
{
    public required DmnLogic Function { get; init; }

    public IReadOnlyList<DmnBinding> Bindings { get; init; } = [];
}

public sealed record DmnBinding : DmnPart
{
    public required DmnVariable Parameter { get; init; }

    public DmnLogic? Logic { get; init; }
}

public enum DmnFunctionKind
{
    Feel,
    Java,
    Pmml,
}

/// <summary>(10.2.1.7) Functions of other languages are read, so that they can be named, and never run.</summary>
public sealed record DmnFunction : DmnLogic
{
    public DmnFunctionKind Kind { get; init; }

    public IReadOnlyList<DmnVariable> Parameters { get; init; } = [];

    public DmnLogic? Body { get; init; }
}

/// <summary>(10.2.1.8)</summary>
public sealed record DmnConditional : DmnLogic
{
    public required DmnLogic If { get; init; }

    public required DmnLogic Then { get; init; }

    public required DmnLogic Else { get; init; }
}

/// <summary>The items that meet a condition (10.2.1.9).</summary>
public sealed record DmnFilter : DmnLogic
{
    public required DmnLogic In { get; init; }

    public required DmnLogic Match { get; init; }
}

/// <summary>(10.2.1.10)</summary>
public sealed record DmnFor : DmnLogic
{
    public required string Iterator { get; init; }

    public required DmnLogic In { get; init; }

    public required DmnLogic Return { get; init; }
}

/// <summary>Whether some or every item meets a condition (10.2.1.11).</summary>
public sealed record DmnQuantified : DmnLogic
{
    public bool Every { get; init; }

    public required string Iterator { get; init; }

    public required DmnLogic In { get; init; }

    public required DmnLogic Satisfies { get; init; }
}
