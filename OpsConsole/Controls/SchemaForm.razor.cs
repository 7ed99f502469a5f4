using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;

namespace OpsConsole.Controls;

/// <summary>A form that a JSON Schema describes. What is typed is raised as JSON with each key press, as long as all of it can be read.</summary>
public sealed partial class SchemaForm
{
    private const int MostInLine = 40;

    private readonly Dictionary<string, string> _typed = [];
    private readonly HashSet<string> _wrong = [];

    [Parameter, EditorRequired]
    public required JsonObject Schema { get; set; }

    /// <summary>What the form begins with.</summary>
    [Parameter, EditorRequired]
    public required JsonObject Value { get; set; }

    /// <summary>Null while something cannot be read.</summary>
    [Parameter]
    public EventCallback<JsonObject?> OnTyped { get; set; }

    /// <summary>What stands beside the label of a field, by its name.</summary>
    [Parameter]
    public RenderFragment<string>? Beside { get; set; }

    private IReadOnlyList<FormField> Fields { get; set; } = [];

    protected override void OnInitialized()
    {
        Fields = SchemaFields.Of(Schema);
        foreach (var field in Fields)
        {
            _typed[field.Name] = SchemaFields.Write(field, Value[field.Name]);
        }
    }

    private Task TypeAsync(FormField field, ChangeEventArgs input)
    {
        _typed[field.Name] = input.Value?.ToString() ?? "";
        _wrong.Clear();
        var typed = Value.DeepClone().AsObject();
        foreach (var each in Fields)
        {
            if (!SchemaFields.TryRead(each, _typed[each.Name], out var value))
            {
                _wrong.Add(each.Name);
            }
            else if (value is null)
            {
                typed.Remove(each.Name);
            }
            else
            {
                typed[each.Name] = value;
            }
        }

        return OnTyped.InvokeAsync(_wrong.Count == 0 ? typed : null);
    }

    /// <summary>A text that began longer than a line is seen whole, however it is shortened.</summary>
    private bool IsWide(FormField field) =>
        field.Kind is FieldKind.Lines or FieldKind.Json || (field.Kind == FieldKind.Text && SchemaFields.Write(field, Value[field.Name]).Length > MostInLine);

    private string? Invalid(string name) => _wrong.Contains(name) ? "true" : null;

    /// <summary>What it began with, once that differs.</summary>
    private string? Was(FormField field)
    {
        var was = SchemaFields.Write(field, Value[field.Name]);
        return was == _typed[field.Name] ? null : was.Length == 0 ? "nothing" : was;
    }
}
