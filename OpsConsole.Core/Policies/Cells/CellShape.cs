using OpsConsole.Core.Foundation.Feel;
using OpsConsole.Core.Foundation.Feel.Compiling;
using OpsConsole.Core.Foundation.Feel.Syntax;
using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Policies.Cells;

/// <summary>
/// What the text of a cell shows without evaluating it. A cell is <i>plain</i> when it holds the value against constants only: then what it
/// says can change at these constants and nowhere else. <c>list contains(?, "x")</c> is understood too. Whatever else is written is left to
/// evaluation; that is slower and never wrong.
/// </summary>
internal sealed class CellShape
{
    private static readonly HashSet<string> Constructors = new(StringComparer.Ordinal)
    {
        "date", "time", "date and time", "duration", "years and months duration", "number",
    };

    private static readonly HashSet<string> Comparisons = new(StringComparer.Ordinal) { "=", "!=", "<", "<=", ">", ">=" };

    private readonly HashSet<string> _functions = new(StringComparer.Ordinal);
    private readonly List<FeelValue> _constants = [];

    private CellShape()
    {
    }

    public bool IsPlain { get; private set; }

    /// <summary>Every constant in it, those inside lists and ranges too.</summary>
    public IReadOnlyList<FeelValue> Constants => _constants;

    /// <summary>Built-in functions that it relies on: an input with such a member would mean something else by the name.</summary>
    public IReadOnlyCollection<string> Functions => _functions;

    /// <summary>The text that a list must hold, or must not.</summary>
    public (string Item, bool Held)? Membership { get; private set; }

    public static CellShape Of(UnaryTests cell)
    {
        var shape = new CellShape();
        if (Parser.ParseUnaryTests(cell.Text, FeelNames.None, out _) is FeelNode.Tests tests)
        {
            shape.IsPlain = shape.AreTests(tests);
            shape.Membership = shape.IsPlain ? null : shape.MembershipIn(tests, held: true);
        }

        return shape;
    }

    private bool AreTests(FeelNode.Tests tests)
    {
        var plain = true;
        foreach (var test in tests.Alternatives)
        {
            plain &= IsConstant(test) ? Take(test) : IsCondition(test);
        }

        return plain;
    }

    /// <summary>True, false or null by how the value lies to constants.</summary>
    private bool IsCondition(FeelNode node) => node switch
    {
        FeelNode.Tested => true,
        FeelNode.Binary { Operator: "and" or "or" } both => IsCondition(both.Left) & IsCondition(both.Right),
        FeelNode.Binary binary when Comparisons.Contains(binary.Operator) => IsOperand(binary.Left) & IsOperand(binary.Right),
        FeelNode.Between between => IsOperand(between.Value) & IsOperand(between.Low) & IsOperand(between.High),
        FeelNode.In { Choices: FeelNode.Tests tests } among => IsOperand(among.Value) & AreTests(tests),
        FeelNode.InstanceOf { Value: FeelNode.Tested } => true,
        FeelNode.If choice => IsCondition(choice.Condition) & IsCondition(choice.Then) & IsCondition(choice.Else),
        FeelNode.Call { Callee: FeelNode.Name { Text: "not" }, Arguments: [{ Name: null, Value: var argument }] } => Uses("not") & IsCondition(argument),
        _ => IsConstant(node) ? Take(node) : Look(node),
    };

    private bool IsOperand(FeelNode node) => node is FeelNode.Tested || (IsConstant(node) ? Take(node) : Look(node));

    private bool IsConstant(FeelNode node) => node switch
    {
        FeelNode.Literal => true,
        FeelNode.Negation negation => IsConstant(negation.Operand),
        FeelNode.Binary { Operator: "+" or "-" or "*" or "/" or "**" } binary => IsConstant(binary.Left) && IsConstant(binary.Right),
        FeelNode.ListOf list => list.Items.All(IsConstant),
        FeelNode.Range range => (range.Low is null || IsConstant(range.Low)) && (range.High is null || IsConstant(range.High)),
        FeelNode.Call { Callee: FeelNode.Name name } call => Constructors.Contains(name.Text) && call.Arguments.All(argument => IsConstant(argument.Value)) && Uses(name.Text),
        _ => false,
    };

    private bool Uses(string function)
    {
        _functions.Add(function);
        return true;
    }

    /// <summary>Remembers a constant; false for one that is no plain value.</summary>
    private bool Take(FeelNode node) => Take(Compiler.Compile(node)(FeelScope.Root(new FeelRun(), new FeelValue.Context(CellValues.NoMembers))));

    private bool Take(FeelValue value)
    {
        switch (value)
        {
            case FeelValue.List list:
                return list.Items.All(Take);
            case FeelValue.Range range:
                return (range.Low is null || Take(range.Low)) & (range.High is null || Take(range.High));
            case FeelValue.Context or FeelValue.Function:
                return false;
            default:
                _constants.Add(value);
                return true;
        }
    }

    /// <summary>What is not understood may still name constants worth trying.</summary>
    private bool Look(FeelNode node)
    {
        switch (node)
        {
            case FeelNode.Call call:
                call.Arguments.ToList().ForEach(argument => LookAt(argument.Value));
                break;
            case FeelNode.Binary binary:
                LookAt(binary.Left);
                LookAt(binary.Right);
                break;
        }

        return false;
    }

    private void LookAt(FeelNode node) => _ = IsConstant(node) ? Take(node) : Look(node);

    private (string Item, bool Held)? MembershipIn(FeelNode node, bool held) => node switch
    {
        FeelNode.Tests { Alternatives: [var only] } tests => MembershipIn(only, held != tests.Negated),
        FeelNode.Call { Callee: FeelNode.Name { Text: "not" }, Arguments: [{ Name: null, Value: var argument }] } => MembershipIn(argument, !held),
        FeelNode.Call
        {
            Callee: FeelNode.Name { Text: "list contains" },
            Arguments: [{ Name: null, Value: FeelNode.Tested }, { Name: null, Value: FeelNode.Literal { Value: FeelValue.Text item } }],
        } when Uses("list contains") && Uses("not") => (item.Value, held),
        _ => null,
    };
}
