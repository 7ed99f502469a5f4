using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Feel.Compiling;
using OpsConsole.Core.Foundation.Feel.Printing;
using OpsConsole.Core.Foundation.Feel.Syntax;
using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Foundation.Feel;

/// <summary>
/// A cell of a decision table (DMN 1.5, 7.3.14), such as <c>"pending", "processing"</c>, <c>&gt; 25</c>, <c>[1..10)</c>, <c>not("cash")</c> or <c>-</c>,
/// which is always met. An expression with <c>?</c> asks about the value itself: <c>count(?) = 1</c>.
/// </summary>
public sealed class UnaryTests
{
    private readonly FeelNode _node;
    private readonly FeelNames _names;
    private readonly FeelCode _code;

    private UnaryTests(string text, FeelNames names, FeelNode node)
    {
        Text = text;
        BareNames = [.. Names(node)];
        _names = names;
        _node = node;
        _code = Compiler.Compile(node);
    }

    public string Text { get; }

    /// <summary>The same tests as they are written here: single spaces, no needless parentheses, no comments. They are read as the same again.</summary>
    public string Canonical => CanonicalText.Of(_node, _names);

    /// <summary>Names that are used here and neither known to FEEL nor among those that were given: misspelt, most likely. When none were given, all.</summary>
    public IEnumerable<string> UnknownNames => FreeNames.Of(_node).Where(name => !FeelNames.BuiltIns.Contains(name) && !_names.Contains(name));

    /// <summary>Whether it is met by every value.</summary>
    public bool IsAny => _node is FeelNode.Anything;

    /// <summary>Alternatives that are nothing but a name: seldom meant, mostly a text whose quotes were forgotten.</summary>
    public IReadOnlyList<string> BareNames { get; }

    public static bool TryCompile(string text, [NotNullWhen(true)] out UnaryTests? tests, [NotNullWhen(false)] out FeelError? error) =>
        TryCompile(text, FeelNames.None, out tests, out error);

    /// <param name="names">What is in scope; needed for names that hold operators or keywords.</param>
    public static bool TryCompile(string text, FeelNames names, [NotNullWhen(true)] out UnaryTests? tests, [NotNullWhen(false)] out FeelError? error)
    {
        (tests, error) = names.Tests.Get(text);
        return tests is not null;
    }

    /// <summary>Whether the value meets it: true, false, or null when that cannot be told. Members of the input are its variables.</summary>
    public FeelResult Evaluate(JsonNode? value, JsonObject input)
    {
        var run = new FeelRun();
        return new FeelResult(Test(run, FeelJson.Read(value), FeelMembers.Of(input)) is { } met ? JsonValue.Create(met) : null, run.Problems);
    }

    internal bool? Test(FeelRun run, FeelValue value, FeelMembers input) =>
        Test(FeelScope.Root(run, new FeelValue.Context(input)), value);

    /// <summary>The same over values, where names mean what the scope says.</summary>
    internal bool? Test(FeelScope scope, FeelValue value) => Compiler.Truth(_code(scope.With(Compiler.TestedName, value)));

    /// <summary>Whether both are the same tree, however they are written.</summary>
    public bool MeansTheSameAs(UnaryTests other) => _node.Equals(other._node);

    internal static (UnaryTests?, FeelError?) Compile(string text, FeelNames names) => Parser.ParseUnaryTests(text, names, out var error) is { } node
        ? (new UnaryTests(text, names, node), null)
        : (null, error);

    private static IEnumerable<string> Names(FeelNode node) =>
        node is FeelNode.Tests tests ? tests.Alternatives.OfType<FeelNode.Name>().Select(name => name.Text) : [];
}
