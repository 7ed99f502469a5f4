using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace OpsConsole.Tests.Architecture;

/// <summary>The limits of the house style, in physical lines.</summary>
internal sealed record Limits(int File, int Method, int Parameters)
{
    public static readonly Limits Product = new(300, 60, 7);
    public static readonly Limits Tests = new(500, 60, 7);
    public const int Markup = 200;
}

/// <summary>Counts what the house style limits.</summary>
internal static class Sizes
{
    public static IEnumerable<string> TooLarge(string file, string text, Limits limits)
    {
        var lines = Lines(text);
        if (lines > limits.File)
        {
            yield return $"{file}: {lines} lines, at most {limits.File}";
        }

        var root = CSharpSyntaxTree.ParseText(text).GetRoot();
        foreach (var method in root.DescendantNodes().OfType<BaseMethodDeclarationSyntax>())
        {
            var length = Span(method);
            if (length > limits.Method)
            {
                yield return $"{file}: a method of {length} lines at line {Line(method)}, at most {limits.Method}";
            }
        }

        foreach (var (node, count) in Constructors(root).Where(found => found.Count > limits.Parameters))
        {
            yield return $"{file}: a constructor with {count} parameters at line {Line(node)}, at most {limits.Parameters}";
        }
    }

    public static IEnumerable<string> TooMuchMarkup(string file, string text) =>
        Lines(text) > Limits.Markup ? [$"{file}: {Lines(text)} lines of markup, at most {Limits.Markup}"] : [];

    /// <summary>What a class asks for; a record's parameters are its data and are not counted.</summary>
    private static IEnumerable<(SyntaxNode Node, int Count)> Constructors(SyntaxNode root) => root.DescendantNodes()
        .Select(node => node switch
        {
            ConstructorDeclarationSyntax constructor => (node, constructor.ParameterList.Parameters.Count),
            ClassDeclarationSyntax { ParameterList: { } parameters } => (node, parameters.Parameters.Count),
            _ => (node, 0),
        });

    private static int Lines(string text) => text.AsSpan().TrimEnd().Count('\n') + 1;

    private static int Span(SyntaxNode node)
    {
        var span = node.GetLocation().GetLineSpan();
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }

    private static int Line(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
}
