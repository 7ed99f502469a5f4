using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;

namespace OpsConsole.Tests.Architecture;

/// <summary>Rules about types and names that a compiler setting cannot hold alone.</summary>
internal static partial class TypeRules
{
    /// <summary>Classes that are open although nothing derives from them. Components are left out: the markup compiler writes their declaration.</summary>
    public static IEnumerable<string> OpenClasses(IReadOnlyCollection<Type> types) => types
        .Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && type.Name != "_Imports")
        .Where(type => !typeof(IComponent).IsAssignableFrom(type) && !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false))
        .Where(type => type.Namespace?.StartsWith("OpsConsole", StringComparison.Ordinal) == true)
        .Where(type => !types.Any(other => other.BaseType == type || (other.BaseType is { IsGenericType: true } generic && generic.GetGenericTypeDefinition() == type)))
        .Select(type => type.FullName!);

    /// <summary>Uses of the ambient clock. The banned-symbol analyzer refuses most at compile time; this also covers what it cannot see.</summary>
    public static IEnumerable<string> AmbientClock(string file, string text) => text.Split('\n')
        .Select((line, index) => (line, number: index + 1))
        .Where(found => Clock().IsMatch(found.line))
        .Select(found => $"{file}:{found.number}: {found.line.Trim()}");

    public static IReadOnlyCollection<Type> TypesOf(params IEnumerable<Assembly> assemblies) => [.. assemblies.SelectMany(assembly => assembly.GetTypes())];

    [GeneratedRegex(@"\b(DateTime|DateTimeOffset)\.(Utc)?Now\b|\bDateTime\.Today\b|\bTimeProvider\.System\b|\bStopwatch\.StartNew\b")]
    private static partial Regex Clock();
}
