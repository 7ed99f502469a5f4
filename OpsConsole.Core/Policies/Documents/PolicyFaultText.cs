namespace OpsConsole.Core.Policies.Documents;

/// <summary>A fault with the place where it is, in one line.</summary>
public static class PolicyFaultText
{
    public static string Of(PolicyDocument document, PolicyFault fault)
    {
        var position = fault.Position is { } at ? $", position {at}" : "";
        return $"{Where(document, fault.Place)}{position}: {fault.Message}";
    }

    /// <summary>The place in words, such as <c>rule R4, amount</c>.</summary>
    public static string Where(PolicyDocument document, PolicyPlace place) => place switch
    {
        PolicyPlace.Header header => header.Field,
        PolicyPlace.Given given => $"given {Name(document.Given, given.Index)}",
        PolicyPlace.Input input => $"input {Name(document.Inputs, input.Column)}, {input.Field}",
        PolicyPlace.Cell cell => $"rule {Rule(document, cell.Row)}, {Name(document.Inputs, cell.Column)}",
        PolicyPlace.Rule rule => $"rule {Rule(document, rule.Row)}, {rule.Field}",
        PolicyPlace.Test test => $"test {(test.Index < document.Tests.Count && document.Tests[test.Index].Name is { Length: > 0 } name ? $"“{name}”" : test.Index + 1)}",
        _ => throw new InvalidOperationException("PolicyPlace is a closed family."),
    };

    private static string Rule(PolicyDocument document, int row) =>
        row < document.Rules.Count && document.Rules[row].Id is { Length: > 0 } id ? id : $"{row + 1}";

    private static string Name(IReadOnlyList<DocumentInput> inputs, int index) =>
        index < inputs.Count && inputs[index].Name is { Length: > 0 } name ? name : $"{index + 1}";
}
