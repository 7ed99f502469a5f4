using OpsConsole.Core.Foundation.Dmn;
using OpsConsole.Core.Foundation.Dmn.Evaluating;
using OpsConsole.Core.Foundation.Dmn.Model;
using OpsConsole.Core.Foundation.Feel;
using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Policies.Documents;

/// <summary>
/// The DMN model of a policy, ready to run. Its decisions stand beside the members of the input, and one that is named like such a member
/// hides it. A decision is made when an expression asks for it; its input data are what the policy gives them.
/// </summary>
public sealed class PolicyModel
{
    private readonly DmnEngine _engine;
    private readonly Dictionary<string, string> _decisions;
    private readonly Dictionary<string, FeelExpression> _given;

    private PolicyModel(DmnEngine engine, Dictionary<string, FeelExpression> given)
    {
        _engine = engine;
        _given = given;
        _decisions = engine.Model.Elements.OfType<DmnDecision>().GroupBy(decision => decision.VariableName).ToDictionary(same => same.Key, same => same.First().Name, StringComparer.Ordinal);
        Names = FeelNames.Of(_decisions.Keys);
    }

    /// <summary>The names under which expressions know the decisions.</summary>
    public FeelNames Names { get; }

    /// <summary>The model of a document; null when it has none or one with faults, which are added to <paramref name="found"/>.</summary>
    internal static PolicyModel? Read(PolicyDocument document, List<PolicyFault> found)
    {
        if (document.Model is null)
        {
            found.AddRange(document.Given.Select((given, index) => new PolicyFault(new PolicyPlace.Given(index), $"There is no model that could be given “{given.Name}”.")));
            return null;
        }

        var engine = Build(document.Model, out var problems);
        found.AddRange(problems.Select(problem => new PolicyFault(new PolicyPlace.Header("model"), problem)));
        if (engine is null || problems.Count > 0)
        {
            return null;
        }

        var given = Given(document, engine.Model, found);
        return new PolicyModel(engine, given);
    }

    /// <summary>Makes a model ready to run; every reason against it is told.</summary>
    internal static DmnEngine? Build(string xml, out IReadOnlyList<string> problems)
    {
        var reading = DmnXml.Read(xml);
        if (reading.Model is null)
        {
            problems = [.. reading.Errors.Select(error => error.ToString())];
            return null;
        }

        if (!DmnEngine.TryBuild(reading.Model, [], out var engine, out var errors))
        {
            problems = [.. errors.Select(error => error.ToString())];
            return null;
        }

        problems = [.. engine.Faults.Select(fault => fault.ToString())];
        return engine;
    }

    /// <summary>The members of an input with the model's decisions among them. Whatever a decision cannot tell is a problem of <paramref name="run"/>.</summary>
    internal FeelValue.Context Over(FeelRun run, FeelMembers input)
    {
        var root = FeelScope.Root(run, new FeelValue.Context(input));
        var told = FeelMembers.Lazy(name => _given.TryGetValue(name, out var expression) ? expression.Run(root) : name == "now" ? input.Find(name) : null);
        return new FeelValue.Context(FeelMembers.Lazy(name =>
            _decisions.TryGetValue(name, out var decision) ? _engine.Evaluate(run, decision, new DmnInputs(told)) : input.Find(name)));
    }

    private static Dictionary<string, FeelExpression> Given(PolicyDocument document, DmnModel model, List<PolicyFault> found)
    {
        var given = new Dictionary<string, FeelExpression>(StringComparer.Ordinal);
        var asked = model.Elements.OfType<DmnInputData>().Select(data => data.Name).ToHashSet(StringComparer.Ordinal);
        for (var index = 0; index < document.Given.Count; index++)
        {
            var (name, text) = (document.Given[index].Name, document.Given[index].Expression);
            var place = new PolicyPlace.Given(index);
            if (!asked.Contains(name))
            {
                found.Add(new PolicyFault(place, $"The model has no input data “{name}”."));
            }
            else if (InputCompiler.Expression(text, FeelNames.None, place, found) is { } expression && !given.TryAdd(name, expression))
            {
                found.Add(new PolicyFault(place, $"“{name}” is given twice."));
            }
        }

        var named = document.Given.Select(one => one.Name).ToHashSet(StringComparer.Ordinal);
        found.AddRange(asked.Where(name => !named.Contains(name)).Order(StringComparer.Ordinal)
            .Select(name => new PolicyFault(new PolicyPlace.Header("given"), $"Nothing says what the model's input data “{name}” is.")));
        return given;
    }
}
