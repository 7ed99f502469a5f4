using OpsConsole.Core.Foundation.Dmn.Model;
using OpsConsole.Core.Foundation.Dmn.Typing;
using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Foundation.Dmn.Evaluating;

/// <summary>An element of the requirement graph, linked to those that it requires.</summary>
internal sealed class DmnUnit(LinkedModel model, DmnElement element)
{
    public LinkedModel Model => model;

    public DmnElement Element => element;

    public string Place => element switch
    {
        DmnDecision => $"decision '{element.Name}'",
        DmnInputData => $"input data '{element.Name}'",
        DmnService => $"decision service '{element.Name}'",
        _ => $"business knowledge model '{element.Name}'",
    };

    /// <summary>Of the variable; of a function that of its result.</summary>
    public DmnType Type { get; set; } = DmnType.Any;

    /// <summary>What is known to its logic.</summary>
    public List<Requirement> Requires { get; } = [];

    /// <summary>Of a decision.</summary>
    public DmnCode? Logic { get; set; }

    /// <summary>Of what can be called.</summary>
    public CallableUnit? Callable { get; set; }

    /// <param name="Import">The name of the import through which it is reached; null for one of the same model.</param>
    internal sealed record Requirement(string? Import, DmnUnit Unit);
}

/// <summary>What a unit is as a function.</summary>
/// <param name="Types">Of each parameter.</param>
internal sealed record CallableUnit(IReadOnlyList<FeelSignature> Signatures, IReadOnlyList<DmnType> Types, Func<DmnFrame, IReadOnlyList<FeelValue>, FeelValue> Body);
