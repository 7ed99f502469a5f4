namespace OpsConsole.Core.Policies.Documents;

/// <summary>A part of a <see cref="PolicyDocument"/>; rows, columns and tests count from 0.</summary>
public abstract record PolicyPlace
{
    private PolicyPlace()
    {
    }

    /// <summary>A field of the document itself, by the name that it has in a policy file: <c>title</c>, <c>governs</c>, <c>model</c>.</summary>
    public sealed record Header(string Field) : PolicyPlace;

    /// <summary>An input of the model.</summary>
    public sealed record Given(int Index) : PolicyPlace;

    /// <summary>A column: <c>name</c>, <c>expression</c> or <c>values</c>.</summary>
    public sealed record Input(int Column, string Field) : PolicyPlace;

    /// <summary>A cell.</summary>
    public sealed record Cell(int Row, int Column) : PolicyPlace;

    /// <summary>A field of a row by the name that it has in a policy file: <c>id</c>, <c>verdict</c>, <c>reason</c>.</summary>
    public sealed record Rule(int Row, string Field) : PolicyPlace;

    /// <summary>A test.</summary>
    public sealed record Test(int Index) : PolicyPlace;
}
