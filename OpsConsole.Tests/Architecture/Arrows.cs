using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace OpsConsole.Tests.Architecture;

/// <summary>Finds which feature uses which, by the meaning of every name in the source rather than by its using lines.</summary>
internal static class Arrows
{
    private const string Prefix = "OpsConsole.Core.";

    /// <summary>The uses that <paramref name="allowed"/> does not allow, each as a sentence with file and line.</summary>
    public static IReadOnlyList<string> Forbidden(IReadOnlyDictionary<string, string> sources, IReadOnlyDictionary<string, HashSet<string>> allowed)
    {
        var trees = sources.Select(source => CSharpSyntaxTree.ParseText(source.Value, path: source.Key)).ToList();
        var compilation = CSharpCompilation.Create("arrows", [.. trees, ImplicitUsings()], References());
        return [.. trees.SelectMany(tree => Forbidden(compilation.GetSemanticModel(tree), tree, allowed)).Distinct()];
    }

    private static IEnumerable<string> Forbidden(SemanticModel model, SyntaxTree tree, IReadOnlyDictionary<string, HashSet<string>> allowed)
    {
        foreach (var name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
        {
            var user = FeatureOf(name.FirstAncestorOrSelf<BaseNamespaceDeclarationSyntax>()?.Name.ToString());
            var used = FeatureOf(model.GetSymbolInfo(name).Symbol switch
            {
                INamespaceSymbol => null,
                { } symbol => symbol.ContainingNamespace?.ToDisplayString(),
                null => null,
            });
            if (user is null || used is null || used == user || used == "Foundation" || (allowed.TryGetValue(user, out var mayUse) && mayUse.Contains(used)))
            {
                continue;
            }

            yield return $"{tree.FilePath}:{name.GetLocation().GetLineSpan().StartLinePosition.Line + 1}: {user} uses {used} ({name})";
        }
    }

    /// <summary>The feature of a namespace such as OpsConsole.Core.Actions.Deciding; null for the root and for what is not ours.</summary>
    private static string? FeatureOf(string? name) =>
        name is not null && name.StartsWith(Prefix, StringComparison.Ordinal) ? name[Prefix.Length..].Split('.')[0] : null;

    private static SyntaxTree ImplicitUsings() => CSharpSyntaxTree.ParseText(
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;");

    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is not ("OpsConsole.Core.dll" or "OpsConsole.dll" or "OpsConsole.Tests.dll"))
            .Select(path => MetadataReference.CreateFromFile(path));
}
