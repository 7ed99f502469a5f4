using OpsConsole.Core.Foundation.Dmn.Checking;
using OpsConsole.Core.Foundation.Dmn.Model;
using OpsConsole.Core.Foundation.Dmn.Reading;
using OpsConsole.Core.Foundation.Dmn.Writing;

namespace OpsConsole.Core.Foundation.Dmn;

/// <summary>What reading a file gave: a model, or every reason why there is none.</summary>
public sealed record DmnReading(DmnModel? Model, IReadOnlyList<DmnError> Errors);

/// <summary>Models as files: the XML interchange format of DMN, read in versions 1.1 to 1.5.</summary>
public static class DmnXml
{
    public static DmnReading Read(Stream stream, DmnLimits? limits = null) =>
        Read(XmlTree.Read(stream, limits ?? DmnLimits.Default, out var error), error);

    public static DmnReading Read(string text, DmnLimits? limits = null) =>
        Read(XmlTree.Read(text, limits ?? DmnLimits.Default, out var error), error);

    /// <summary>The model as DMN 1.5, with a diagram that other tools can show.</summary>
    public static string Write(DmnModel model) => ModelWriter.Write(model);

    private static DmnReading Checked(DmnModel model)
    {
        DmnError[] errors = [.. ModelChecks.Find(model)];
        return new DmnReading(errors.Length > 0 ? null : model, errors);
    }

    private static DmnReading Read(XmlPart? root, DmnError? error)
    {
        if (root is null)
        {
            return new DmnReading(null, [error ?? new DmnError(0, "the file", "It is empty.")]);
        }

        var reading = new ReadingErrors();
        var model = ModelReader.Read(root, reading);
        return reading.All.Count > 0 || model is null ? new DmnReading(null, reading.All) : Checked(model);
    }
}
