using OpsConsole.Core.Policies.Documents;

namespace OpsConsole.Policies.Editing;

/// <summary>A column of the sheet: the row's name, the inputs, and what a row asks for.</summary>
/// <param name="Input">Which input, from 0; -1 for a column that is none.</param>
public readonly record struct SheetColumn(SheetColumnKind Kind, int Input = -1)
{
    /// <summary>Columns beside the inputs.</summary>
    private const int Others = 5;

    public static int CountOf(PolicyDocument document) => document.Inputs.Count + Others;

    public static SheetColumn At(PolicyDocument document, int column) => At(column, document.Inputs.Count);

    /// <param name="inputs">How many inputs there are.</param>
    public static SheetColumn At(int column, int inputs) => column switch
    {
        0 => new(SheetColumnKind.Id),
        _ when column <= inputs => new(SheetColumnKind.Input, column - 1),
        _ => new(SheetColumnKind.Verdict + (column - inputs - 1)),
    };

    /// <summary>What its head says.</summary>
    public string Heading(PolicyDocument document) => Kind switch
    {
        SheetColumnKind.Id => "Rule",
        SheetColumnKind.Input => document.Inputs[Input].Name,
        SheetColumnKind.Verdict => "Verdict",
        SheetColumnKind.Demands => "Also",
        SheetColumnKind.Reason => "Reason",
        SheetColumnKind.Cites => "Source",
    };

    /// <summary>Whether it shows a row's field of that name, as a policy file names it.</summary>
    public bool Holds(string field) => Kind switch
    {
        SheetColumnKind.Id => field == "id",
        SheetColumnKind.Input => false,
        SheetColumnKind.Verdict => field is "verdict" or "approver",
        SheetColumnKind.Demands => field is "quorum" or "no-self-approval" or "blind" or "expires" or "notify" or "attach",
        SheetColumnKind.Reason => field == "reason",
        SheetColumnKind.Cites => field == "cites",
    };
}
