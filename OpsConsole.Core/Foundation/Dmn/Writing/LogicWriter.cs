using OpsConsole.Core.Foundation.Dmn.Model;

namespace OpsConsole.Core.Foundation.Dmn.Writing;

/// <summary>Writes boxed expressions.</summary>
internal sealed class LogicWriter(PartWriter writer)
{
    public void Write(DmnLogic? logic)
    {
        switch (logic)
        {
            case DmnLiteral literal:
                Element("literalExpression", literal, [], () => writer.Text("text", literal.Text));
                break;
            case DmnTable table:
                new TableWriter(writer).Write(table);
                break;
            case DmnContext context:
                Element("context", context, [], () => Each(context.Entries, Entry));
                break;
            case DmnList list:
                Element("list", list, [], () => Each(list.Items, Write));
                break;
            case DmnRelation relation:
                Element("relation", relation, [], () => Relation(relation));
                break;
            case DmnInvocation invocation:
                Element("invocation", invocation, [], () => Invocation(invocation));
                break;
            case DmnFunction function:
                Function("functionDefinition", function);
                break;
            case not null:
                Iteration(logic);
                break;
        }
    }

    public void Function(string name, DmnFunction function) => Element(name, function, [("kind", Kind(function.Kind))], () =>
    {
        Each(function.Parameters, parameter => writer.Variable("formalParameter", parameter));
        Write(function.Body);
    });

    private static string? Kind(DmnFunctionKind kind) => kind switch
    {
        DmnFunctionKind.Java => "Java",
        DmnFunctionKind.Pmml => "PMML",
        _ => null,
    };

    private void Iteration(DmnLogic logic)
    {
        switch (logic)
        {
            case DmnConditional conditional:
                Element("conditional", conditional, [], () =>
                {
                    Child("if", conditional.If);
                    Child("then", conditional.Then);
                    Child("else", conditional.Else);
                });
                break;
            case DmnFilter filter:
                Element("filter", filter, [], () =>
                {
                    Child("in", filter.In);
                    Child("match", filter.Match);
                });
                break;
            case DmnFor loop:
                Element("for", loop, [("iteratorVariable", loop.Iterator)], () =>
                {
                    Child("in", loop.In);
                    Child("return", loop.Return);
                });
                break;
            case DmnQuantified quantified:
                Element(quantified.Every ? "every" : "some", quantified, [("iteratorVariable", quantified.Iterator)], () =>
                {
                    Child("in", quantified.In);
                    Child("satisfies", quantified.Satisfies);
                });
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(logic), logic, "Decision logic that has no XML");
        }
    }

    private void Element(string name, DmnLogic logic, IEnumerable<(string Name, string? Value)> attributes, Action inside) =>
        writer.Element(name, logic, attributes.Append(("typeRef", logic.TypeRef)), inside);

    private void Child(string name, DmnLogic logic) => writer.Element(name, null, [], () => Write(logic));

    private void Entry(DmnContextEntry entry) => writer.Element("contextEntry", entry, [], () =>
    {
        writer.Variable("variable", entry.Variable);
        Write(entry.Logic);
    });

    private void Relation(DmnRelation relation)
    {
        Each(relation.Columns, column => writer.Variable("column", column));
        Each(relation.Rows, row => writer.Element("row", row, [], () => Each(row.Items, Write)));
    }

    private void Invocation(DmnInvocation invocation)
    {
        Write(invocation.Function);
        Each(invocation.Bindings, binding => writer.Element("binding", binding, [], () =>
        {
            writer.Variable("parameter", binding.Parameter);
            Write(binding.Logic);
        }));
    }

    private static void Each<T>(IEnumerable<T> items, Action<T> write)
    {
        foreach (var item in items)
        {
            write(item);
        }
    }
}
