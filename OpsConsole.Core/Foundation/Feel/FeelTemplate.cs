using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Foundation.Feel;

/// <summary>A sentence with values in it, such as <c>Cancel order {parameters.order_id}</c>. Two braces stand for one.</summary>
public sealed class FeelTemplate
{
    /// <summary>What stands in a sentence for a value that is not known.</summary>
    public const string Unknown = "(unknown)";

    private static readonly FeelCache<FeelTemplate> Cache = new(Compile);

    private readonly List<Part> _parts;

    private FeelTemplate(string text, List<Part> parts)
    {
        Text = text;
        _parts = parts;
    }

    public string Text { get; }

    public static bool TryCompile(string text, [NotNullWhen(true)] out FeelTemplate? template, [NotNullWhen(false)] out FeelError? error)
    {
        (template, error) = Cache.Get(text);
        return template is not null;
    }

    /// <summary>The sentence; a template that cannot be read is given back as it is.</summary>
    public static string Render(string text, JsonObject input) => TryCompile(text, out var template, out _) ? template.Render(input) : text;

    public string Render(JsonObject input) => Render(FeelMembers.Of(input));

    internal string Render(FeelMembers input)
    {
        var scope = FeelScope.Root(new FeelRun(), new FeelValue.Context(input));
        var pieces = new string[_parts.Count];
        for (var index = 0; index < pieces.Length; index++)
        {
            pieces[index] = _parts[index].Text ?? Write(scope.Run, _parts[index].Expression!.Run(scope));
        }

        return string.Concat(pieces);
    }

    private static string Write(FeelRun run, FeelValue value) => value switch
    {
        FeelValue.Null => Unknown,
        FeelValue.List list => string.Join(", ", list.Items.Select(item => FeelText.Write(run, item))),
        _ => FeelText.Write(run, value),
    };

    private static (FeelTemplate?, FeelError?) Compile(string text)
    {
        var parts = new List<Part>();
        var plain = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is '{' or '}' && at + 1 < text.Length && text[at + 1] == text[at])
            {
                plain.Append(text[at++]);
            }
            else if (text[at] == '{')
            {
                var end = End(text, at);
                if (end < 0)
                {
                    return (null, new FeelError(at + 1, "expected '}' further on, found the end"));
                }

                if (!FeelExpression.TryCompile(text[(at + 1)..end], out var expression, out var error))
                {
                    return (null, error with { Position = error.Position + at + 1 });
                }

                parts.Add(new Part(plain.ToString(), null));
                parts.Add(new Part(null, expression));
                plain.Clear();
                at = end;
            }
            else
            {
                plain.Append(text[at]);
            }
        }

        parts.Add(new Part(plain.ToString(), null));
        return (new FeelTemplate(text, parts), null);
    }

    /// <summary>The brace that closes the one at <paramref name="start"/>: braces nest, and those in texts do not count.</summary>
    private static int End(string text, int start)
    {
        var depth = 0;
        var quoted = false;
        for (var at = start; at < text.Length; at++)
        {
            quoted ^= text[at] == '"' && (at == 0 || text[at - 1] != '\\');
            depth += quoted ? 0 : text[at] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
            {
                return at;
            }
        }

        return -1;
    }

    private sealed record Part(string? Text, FeelExpression? Expression);
}
