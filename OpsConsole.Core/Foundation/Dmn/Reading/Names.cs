namespace OpsConsole.Core.Foundation.Dmn.Reading;

/// <summary>Names and type references as different tools write them.</summary>
internal static class Names
{
    /// <summary>White space in a name is one blank each (DMN 1.5, 10.3.1.3).</summary>
    public static string Normal(string name) => string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>DMN 1.1 wrote types as qualified names, such as <c>feel:string</c>; later versions write plain ones.</summary>
    public static string? Type(string reference)
    {
        var name = Normal(reference);
        var prefix = name.IndexOf(':', StringComparison.Ordinal);
        name = prefix > 0 && !name.Contains('<') ? name[(prefix + 1)..] : name;
        if (name.StartsWith('{') && name.IndexOf('}', StringComparison.Ordinal) is > 0 and var end)
        {
            name = name[(end + 1)..];
        }

        return name.Length > 0 ? name : null;
    }
}
