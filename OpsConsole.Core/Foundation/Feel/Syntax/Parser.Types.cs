using OpsConsole.Core.Foundation.Feel.Types;

namespace OpsConsole.Core.Foundation.Feel.Syntax;

internal sealed partial class Parser
{
    private static readonly NameIndex BuiltInTypes = new(
    [
        "Any", "Null", "number", "string", "boolean", "date", "time", "date and time", "dateTime", "days and time duration", "dayTimeDuration",
        "years and months duration", "yearMonthDuration", "list", "context", "range", "function",
    ]);

    private NameIndex? _ownTypes;

    /// <summary>A type such as <c>number</c>, <c>date and time</c>, <c>list&lt;number&gt;</c>, <c>context&lt;a: number&gt;</c> or one of one's own.</summary>
    private FeelNode.TypeName TypeName()
    {
        var type = _tokens.Enter() ? TypeEntered() : new FeelNode.TypeName("Any", FeelType.Any);
        _tokens.Leave();
        return type;
    }

    private FeelNode.TypeName TypeEntered()
    {
        var builtIn = BuiltInTypes.Longest(_tokens);
        var own = (_ownTypes ??= new NameIndex(_known.TypeNames)).Longest(_tokens);
        var found = own is not null && own.Parts.Length >= (builtIn?.Parts.Length ?? 0) ? own : builtIn;
        if (found is null)
        {
            _tokens.Fail("the name of a type");
            return new FeelNode.TypeName("Any", FeelType.Any);
        }

        _tokens.Skip(found.Parts.Length);
        if (found == own)
        {
            return new FeelNode.TypeName(found.Name, _known.FindType(found.Name)!);
        }

        return _tokens.Current.IsSymbol("<") && Generic(found.Name) is { } generic ? generic : new FeelNode.TypeName(found.Name, FeelType.Find(found.Name)!);
    }

    private FeelNode.TypeName? Generic(string name) => name switch
    {
        "list" => Inner("list", item => new FeelType.ListOf(item)),
        "range" => Inner("range", end => new FeelType.RangeOf(end)),
        "context" => ContextType(),
        "function" => FunctionType(),
        _ => null,
    };

    private FeelNode.TypeName Inner(string name, Func<FeelType, FeelType> make)
    {
        _tokens.ExpectSymbol("<");
        var inner = TypeName();
        _tokens.ExpectTypeEnd();
        return new FeelNode.TypeName($"{name}<{inner.Text}>", make(inner.Type));
    }

    private FeelNode.TypeName ContextType()
    {
        _tokens.ExpectSymbol("<");
        var members = new List<(string Name, FeelNode.TypeName Type)>();
        do
        {
            var name = Declared(token => token.IsSymbol(":"));
            _tokens.ExpectSymbol(":");
            members.Add((name, TypeName()));
        }
        while (_tokens.TakeSymbol(","));

        _tokens.ExpectTypeEnd();
        return new FeelNode.TypeName(
            $"context<{string.Join(", ", members.Select(member => $"{member.Name}: {member.Type.Text}"))}>",
            new FeelType.ContextOf([.. members.Select(member => new FeelType.MemberType(member.Name, member.Type.Type))]));
    }

    private FeelNode.TypeName FunctionType()
    {
        _tokens.ExpectSymbol("<");
        var parameters = new List<FeelNode.TypeName>();
        while (!_tokens.Current.IsSymbol(">") && (parameters.Count == 0 || _tokens.TakeSymbol(",")) && _tokens.Error is null)
        {
            parameters.Add(TypeName());
        }

        _tokens.ExpectTypeEnd();
        _tokens.ExpectSymbol("->");
        var result = TypeName();
        return new FeelNode.TypeName(
            $"function<{string.Join(", ", parameters.Select(parameter => parameter.Text))}> -> {result.Text}",
            new FeelType.FunctionOf([.. parameters.Select(parameter => parameter.Type)], result.Type));
    }
}
