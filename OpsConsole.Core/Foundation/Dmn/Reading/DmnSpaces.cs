namespace OpsConsole.Core.Foundation.Dmn.Reading;

/// <summary>The XML namespaces of the versions of DMN.</summary>
internal static class DmnSpaces
{
    public const string Model = "https://www.omg.org/spec/DMN/20230324/MODEL/";
    public const string Feel = "https://www.omg.org/spec/DMN/20230324/FEEL/";
    public const string Diagram = "https://www.omg.org/spec/DMN/20230324/DMNDI/";
    public const string Bounds = "http://www.omg.org/spec/DMN/20180521/DC/";
    public const string Waypoints = "http://www.omg.org/spec/DMN/20180521/DI/";

    private static readonly string[] Models =
    [
        "http://www.omg.org/spec/DMN/20151101/dmn.xsd",
        "http://www.omg.org/spec/DMN/20180521/MODEL/",
        "https://www.omg.org/spec/DMN/20191111/MODEL/",
        "https://www.omg.org/spec/DMN/20211108/MODEL/",
        Model,
    ];

    public static bool IsModel(string space) => Array.IndexOf(Models, space) >= 0;

    /// <summary>Whether a language is FEEL, in any version's spelling.</summary>
    public static bool IsFeel(string language) => language.Contains("feel", StringComparison.OrdinalIgnoreCase);
}
