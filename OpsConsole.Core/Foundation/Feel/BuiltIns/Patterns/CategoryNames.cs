using System.Globalization;

namespace OpsConsole.Core.Foundation.Feel.BuiltIns.Patterns;

/// <summary>Unicode's general categories by their two letters, as <c>\p{Lu}</c> has them.</summary>
internal static class CategoryNames
{
    // In the order of UnicodeCategory.
    private static readonly string[] Names =
    [
        "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co",
        "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Sm", "Sc", "Sk", "So", "Cn",
    ];

    public static string Of(UnicodeCategory category) => Names[(int)category];

    public static bool IsKnown(string name) => name.Length is 1 or 2 && name != "Cs" && Array.Exists(Names, known => known.StartsWith(name, StringComparison.Ordinal));
}
