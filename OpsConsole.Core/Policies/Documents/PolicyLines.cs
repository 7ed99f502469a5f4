using OpsConsole.Core.Foundation.Yaml;

namespace OpsConsole.Core.Policies.Documents;

/// <summary>The lines on which the parts of a document stand in its file. A part that is not written stands where its owner does.</summary>
internal sealed class PolicyLines
{
    private readonly Dictionary<PolicyPlace, int> _lines = [];

    public void Note(PolicyPlace place, YamlPart? part, YamlPart owner) => _lines[place] = (part ?? owner).Line;

    public int Of(PolicyPlace place) => _lines.TryGetValue(place, out var line) ? line : Owner(place) is { } owner && owner != place ? Of(owner) : 1;

    private static PolicyPlace? Owner(PolicyPlace place) => place switch
    {
        PolicyPlace.Cell cell => new PolicyPlace.Rule(cell.Row, ""),
        PolicyPlace.Rule rule => new PolicyPlace.Rule(rule.Row, ""),
        PolicyPlace.Input input => new PolicyPlace.Input(input.Column, ""),
        _ => null,
    };
}
