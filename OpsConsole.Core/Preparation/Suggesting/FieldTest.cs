using System.Globalization;
using System.Text.Json;

namespace OpsConsole.Core.Preparation.Suggesting;

/// <summary>How a field is looked at.</summary>
public enum FieldOperator
{
    /// <summary>The field is this text or truth.</summary>
    Is,

    /// <summary>The field is there and null.</summary>
    IsNull,

    /// <summary>The number is above this one.</summary>
    Above,

    /// <summary>The number is this one or less.</summary>
    AtMost,

    /// <summary>The list holds this text.</summary>
    Holds,
}

/// <summary>One thing that a condition asks of a field, such as <c>order.status</c> is <c>shipped</c>.</summary>
/// <param name="Value">A text, a number or a truth, as JSON writes it.</param>
public sealed record FieldTest(string Path, FieldOperator Operator, string Value)
{
    /// <summary>The expression that a policy's column looks at.</summary>
    public string Expression => Operator == FieldOperator.Holds ? $"list contains({Path}, {Value})" : Path;

    /// <summary>The cell of such a column.</summary>
    public string Cell => Operator switch
    {
        FieldOperator.Is => Value,
        FieldOperator.IsNull => "null",
        FieldOperator.Above => $"> {Value}",
        FieldOperator.AtMost => $"<= {Value}",
        _ => "true",
    };

    public string Feel => Operator switch
    {
        FieldOperator.Is => $"{Path} = {Value}",
        FieldOperator.IsNull => $"{Path} = null",
        FieldOperator.Holds => Expression,
        _ => $"{Path} {Cell}",
    };

    /// <summary>As a person says it.</summary>
    public string Words => Operator switch
    {
        FieldOperator.Is => $"{Name} is {Said}",
        FieldOperator.IsNull => $"there is no {Name}",
        FieldOperator.Above => $"{Name} is over {Said}",
        FieldOperator.AtMost => $"{Name} is at most {Said}",
        _ => $"{Name} hold {Said}",
    };

    private string Name => Path.StartsWith("count(", StringComparison.Ordinal) ? $"the number of {Plain(Path[6..^1])}" : Plain(Path);

    private string Said => Value.StartsWith('"') ? $"“{JsonSerializer.Deserialize<string>(Value)}”" : Value;

    public static string Text(string value) => JsonSerializer.Serialize(value, Plainly);

    public static string Number(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private static readonly JsonSerializerOptions Plainly = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Plain(string path) => path.Replace('.', ' ').Replace('_', ' ');
}
