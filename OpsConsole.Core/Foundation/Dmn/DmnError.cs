namespace OpsConsole.Core.Foundation.Dmn;

/// <summary>Why a model is refused, or what is wrong in a part of it.</summary>
/// <param name="Line">Where in the file, from 1; 0 when there is none.</param>
/// <param name="Place">The element, such as <c>decisionTable</c> or <c>decision 'Discount', rule 2, input 1</c>.</param>
/// <param name="Message">A sentence.</param>
public sealed record DmnError(int Line, string Place, string Message)
{
    public override string ToString() => Line > 0 ? $"line {Line}, {Place}: {Message}" : $"{Place}: {Message}";
}
