namespace OpsConsole.Controls;

/// <summary>How a parameter is typed.</summary>
public enum FieldKind
{
    /// <summary>One line of text.</summary>
    Text,

    /// <summary>A number, whole or not.</summary>
    Number,

    /// <summary>Yes or no.</summary>
    Truth,

    /// <summary>One of a few words.</summary>
    Choice,

    /// <summary>Several texts, one a line.</summary>
    Lines,

    /// <summary>Anything deeper, as JSON.</summary>
    Json,
}

/// <summary>One input of a form that a JSON Schema describes.</summary>
public sealed record FormField(string Name, string Label, string? Help, FieldKind Kind, bool IsRequired, IReadOnlyList<string> Choices);
