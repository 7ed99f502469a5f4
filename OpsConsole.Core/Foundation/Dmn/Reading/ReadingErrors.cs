namespace OpsConsole.Core.Foundation.Dmn.Reading;

/// <summary>Collects what is wrong with a file, so that all of it is told at once.</summary>
internal sealed class ReadingErrors
{
    private const int Most = 50;

    private readonly List<DmnError> _all = [];

    public IReadOnlyList<DmnError> All => _all;

    public void Add(XmlPart part, string message)
    {
        if (_all.Count < Most)
        {
            _all.Add(new DmnError(part.Line, part.Name, message));
        }
    }
}
