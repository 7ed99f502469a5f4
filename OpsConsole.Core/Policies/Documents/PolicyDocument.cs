namespace OpsConsole.Core.Policies.Documents;

/// <summary>
/// A policy as its authors write it: every part a text, faulty or not, so that a half-typed draft loses nothing. Compiling makes a
/// <see cref="Policy"/> of it, or says what is wrong and where.
/// </summary>
/// <param name="Id">Stays the same through all versions.</param>
/// <param name="Source">The document that it restates, such as <c>policy.md</c>.</param>
/// <param name="ActionTypes">Ids of the action types that it governs, or <c>*</c> for all.</param>
/// <param name="CaseTypes">Ids of the case types that it is limited to; none means all.</param>
/// <param name="From">The first day on which it is in force, in UTC; null for at once.</param>
/// <param name="Until">The last day on which it is in force; null for without end.</param>
/// <param name="Model">DMN XML whose decisions the inputs may use by name; null for none.</param>
/// <param name="Given">What the model's input data are: a name of the model and the expression that gives its value.</param>
/// <param name="Inputs">The columns that ask.</param>
/// <param name="Rules">The rows.</param>
/// <param name="Tests">What it must decide; a version whose tests fail cannot be published.</param>
public sealed record PolicyDocument(
    string Id,
    string Title,
    string Owner,
    string Source,
    IReadOnlyList<string> ActionTypes,
    IReadOnlyList<string> CaseTypes,
    DateOnly? From,
    DateOnly? Until,
    string? Model,
    IReadOnlyList<DocumentInput> Given,
    IReadOnlyList<DocumentInput> Inputs,
    IReadOnlyList<DocumentRule> Rules,
    IReadOnlyList<PolicyTest> Tests);
