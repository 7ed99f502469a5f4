using System.Globalization;
using System.Text;
using OpsConsole.Core.Foundation.Feel;

namespace OpsConsole.Bench;

/// <summary>Writes random expressions by the grammar of DMN 1.5, 10.3.1.2, with names that hold spaces, operators and keywords.</summary>
internal sealed class FeelGrammar(Random random)
{
    /// <summary>What is in scope of every expression.</summary>
    public static readonly FeelNames Names = FeelNames
        .Of("a", "b", "a+b", "a - b", "Full Name", "in range?", "x'", "for sale", "date of birth", "größe", "n", "text")
        .With("ctx", FeelNames.Of("p", "p-q", "end of life").With("inner", FeelNames.Of("r", "r*s")))
        .With("list", FeelNames.Of("p", "p-q"));

    private static readonly string[] Variables = ["a", "b", "a+b", "a - b", "Full Name", "in range?", "x'", "for sale", "date of birth", "größe", "n", "text", "ctx", "list", "unknown name", "item", "partial"];
    private static readonly string[] Members = ["p", "p-q", "inner", "r", "r*s", "end of life", "year", "start included", "other member"];
    private static readonly string[] Functions = ["count", "sum", "string", "not", "date", "date and time", "time", "duration", "substring", "contains", "list contains", "max", "sort", "abs", "split", "is defined", "floor", "concatenate", "get value", "range"];
    private static readonly string[] Types = ["number", "string", "Any", "Null", "date and time", "days and time duration", "list<number>", "list<list<Any>>", "range<date>", "context<p: number, p-q: string>", "function<number, string> -> boolean", "function<> -> list<number>", "list"];
    private static readonly string[] Binary = ["+", "-", "*", "/", "**", "=", "!=", "<", "<=", ">", ">=", "and", "or"];
    private static readonly string[] Comparisons = ["<", "<=", ">", ">=", "=", "!="];
    private static readonly string[] Ats = ["2026-02-28", "10:30:00Z", "2026-01-01T00:00:00", "P1D", "-P1Y2M", "PT36H", "2026-03-29T01:30:00@Europe/Paris"];
    private static readonly string[] Texts = ["", "abc", "a \\\"quoted\\\" one", "\\\\d+", "🐎", "\\u20AC", "\\U01F40E", "line\\nbreak", "it's", "// no comment"];

    private readonly StringBuilder _text = new();
    private int _left;

    public string Expression(int size)
    {
        _text.Clear();
        _left = size;
        Any(0);
        return _text.ToString();
    }

    public string UnaryTests(int size)
    {
        _text.Clear();
        _left = size;
        switch (random.Next(8))
        {
            case 0:
                return "-";
            case 1:
                return Add("not(").Many(", ", Alternative).Add(")")._text.ToString();
            default:
                return Many(", ", Alternative)._text.ToString();
        }
    }

    private FeelGrammar Add(string text)
    {
        _text.Append(text);
        return this;
    }

    private FeelGrammar Many(string separator, Action item)
    {
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            item();
            Add(count > 1 ? separator : "");
        }

        return this;
    }

    private void Alternative()
    {
        if (random.Next(2) == 0)
        {
            Add(Pick(Comparisons)).Add(" ");
        }

        Any(1);
    }

    private void Any(int depth)
    {
        if (--_left <= 0 || depth > 12)
        {
            Leaf();
            return;
        }

        Action<int>[] constructs = [Operators, Operators, Operators, Steps, Steps, Parenthesis, List, Context, Range, In, If, For, Quantified, Function, Call, Call, InstanceOf, Between, Minus];
        constructs[random.Next(constructs.Length)](depth + 1);
    }

    private void Leaf()
    {
        switch (random.Next(8))
        {
            case 0:
                Add("\"").Add(Pick(Texts)).Add("\"");
                break;
            case 1:
                Add("@\"").Add(Pick(Ats)).Add("\"");
                break;
            case 2:
                Add(Pick(["true", "false", "null", "?", "[]", "{}"]));
                break;
            case 3 or 4:
                Add(random.Next(3) == 0 ? Pick(["0.5", ".25", "1e3", "1.50"]) : random.Next(20).ToString(CultureInfo.InvariantCulture));
                break;
            default:
                Add(Pick(Variables));
                break;
        }
    }

    private void Operators(int depth)
    {
        Any(depth);
        Add(random.Next(6) == 0 ? Pick(Binary) : $" {Pick(Binary)} ");
        Any(depth);
    }

    private void Steps(int depth)
    {
        Any(depth);
        if (random.Next(2) == 0)
        {
            Add(".").Add(Pick(Members));
            return;
        }

        Add("[");
        Any(depth);
        Add("]");
    }

    private void Parenthesis(int depth)
    {
        Add(random.Next(5) == 0 ? $"({Pick(Comparisons)} " : "(");
        Any(depth);
        Add(")");
    }

    private void List(int depth) => Add("[").Many(", ", () => Any(depth)).Add("]");

    private void Context(int depth)
    {
        var number = 0;
        Add("{").Many(", ", () =>
        {
            var key = Pick(["p", "p-q", "two words"]) + number++.ToString(CultureInfo.InvariantCulture);
            Add(random.Next(4) == 0 ? $"\"{key}\": " : $"{key}: ");
            Any(depth);
        }).Add("}");
    }

    private void Range(int depth)
    {
        Add(Pick(["[", "(", "]"]));
        Any(depth);
        Add("..");
        Any(depth);
        Add(Pick(["]", ")", "["]));
    }

    private void In(int depth)
    {
        Any(depth);
        Add(" in ");
        if (random.Next(2) == 0)
        {
            Alternative();
        }
        else
        {
            Add("(").Many(", ", Alternative).Add(")");
        }
    }

    private void If(int depth)
    {
        Add("if ");
        Any(depth);
        Add(" then ");
        Any(depth);
        Add(" else ");
        Any(depth);
    }

    private void For(int depth)
    {
        Add("for ");
        Iterators(depth);
        Add(" return ");
        Any(depth);
    }

    private void Quantified(int depth)
    {
        Add(Pick(["some ", "every "]));
        Iterators(depth);
        Add(" satisfies ");
        Any(depth);
    }

    private void Iterators(int depth) => Many(", ", () =>
    {
        Add(Pick(["i", "each one", "i-j"])).Add(" in ");
        Any(depth);
        if (random.Next(3) == 0)
        {
            Add("..");
            Any(depth);
        }
    });

    private void Function(int depth)
    {
        var number = 0;
        Add("function(").Many(", ", () => Add(Pick(["i", "each one", "v"])).Add($"{number++}").Add(random.Next(2) == 0 ? ": " + Pick(Types) : "")).Add(") ");
        Any(depth);
    }

    private void Call(int depth)
    {
        var byName = random.Next(5) == 0;
        Add(random.Next(8) == 0 ? Pick(Variables) : Pick(Functions)).Add("(");
        Many(", ", () =>
        {
            Add(byName ? Pick(["list: ", "from: ", "start position: "]) : "");
            Any(depth);
        }).Add(")");
    }

    private void InstanceOf(int depth)
    {
        Any(depth);
        Add(" instance of ").Add(Pick(Types));
    }

    private void Between(int depth)
    {
        Any(depth);
        Add(" between ");
        Any(depth);
        Add(" and ");
        Any(depth);
    }

    private void Minus(int depth)
    {
        Add("-");
        Any(depth);
    }

    private string Pick(string[] choices) => choices[random.Next(choices.Length)];
}
