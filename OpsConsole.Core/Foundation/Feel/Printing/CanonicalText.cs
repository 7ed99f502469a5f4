using OpsConsole.Core.Foundation.Feel.Syntax;

namespace OpsConsole.Core.Foundation.Feel.Printing;

/// <summary>The one text of a tree among all that mean it.</summary>
internal static class CanonicalText
{
    public static string Of(FeelNode node, FeelNames names)
    {
        var plain = FeelPrinter.Print(node, wary: false);
        return node.Equals(Read(node, plain, names)) ? plain : FeelPrinter.Print(node, wary: true);
    }

    private static FeelNode? Read(FeelNode node, string text, FeelNames names) => node is FeelNode.Tests or FeelNode.Anything
        ? Parser.ParseUnaryTests(text, names, out _)
        : Parser.ParseExpression(text, names, out _);
}
