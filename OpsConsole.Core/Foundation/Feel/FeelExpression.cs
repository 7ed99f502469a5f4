using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Feel.Compiling;
using OpsConsole.Core.Foundation.Feel.Printing;
using OpsConsole.Core.Foundation.Feel.Syntax;
using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Foundation.Feel;

/// <summary>
/// An expression in FEEL, the expression language of DMN 1.5, compiled once and run often, from many threads at a time. Members of the input are
/// its variables. Evaluating never throws, reads no clock, and is bounded whatever was written.
/// </summary>
public sealed class FeelExpression
{
    private readonly FeelNode _node;
    private readonly FeelNames _names;
    private readonly FeelCode _code;

    private FeelExpression(string text, FeelNames names, FeelNode node)
    {
        Text = text;
        _names = names;
        _node = node;
        _code = Compiler.Compile(node);
    }

    public string Text { get; }

    /// <summary>The same expression as it is written here: single spaces, no needless parentheses, no comments. It is read as the same again.</summary>
    public string Canonical => CanonicalText.Of(_node, _names);

    /// <summary>Names that are used here and neither known to FEEL nor among those that were given: misspelt, most likely. When none were given, all.</summary>
    public IEnumerable<string> UnknownNames => FreeNames.Of(_node).Where(name => !FeelNames.BuiltIns.Contains(name) && !_names.Contains(name));

    public static bool TryCompile(string text, [NotNullWhen(true)] out FeelExpression? expression, [NotNullWhen(false)] out FeelError? error) =>
        TryCompile(text, FeelNames.None, out expression, out error);

    /// <param name="names">What is in scope; needed for names that hold operators or keywords.</param>
    public static bool TryCompile(string text, FeelNames names, [NotNullWhen(true)] out FeelExpression? expression, [NotNullWhen(false)] out FeelError? error)
    {
        (expression, error) = names.Expressions.Get(text);
        return expression is not null;
    }

    public FeelResult Evaluate(JsonObject input)
    {
        var run = new FeelRun();
        var value = FeelJson.Write(run, Run(run, FeelMembers.Of(input)));
        return new FeelResult(value, run.Problems);
    }

    /// <summary>True or false; null when it is neither, or could not be found out.</summary>
    public bool? EvaluateBoolean(JsonObject input) => Compiler.Truth(Run(new FeelRun(), FeelMembers.Of(input)));

    /// <summary>The same without JSON around it; whoever evaluates many expressions over one input converts it once.</summary>
    internal FeelValue Run(FeelRun run, FeelMembers input) => Run(FeelScope.Root(run, new FeelValue.Context(input)));

    /// <summary>The same over values, where names mean what the scope says.</summary>
    internal FeelValue Run(FeelScope scope) => _code(scope);

    /// <summary>Whether both are the same tree, however they are written.</summary>
    public bool MeansTheSameAs(FeelExpression other) => _node.Equals(other._node);

    internal static (FeelExpression?, FeelError?) Compile(string text, FeelNames names) =>
        Parser.ParseExpression(text, names, out var error) is { } node ? (new FeelExpression(text, names, node), null) : (null, error);
}
