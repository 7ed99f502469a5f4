namespace OpsConsole.Core.Foundation.Feel.Syntax;

/// <summary>How tightly an infix operator binds (DMN 1.5, 10.3.1.2); a greater one binds tighter.</summary>
internal enum OperatorLevel
{
    /// <summary>No infix operator.</summary>
    None,

    /// <summary><c>or</c>.</summary>
    Disjunction,

    /// <summary><c>and</c>.</summary>
    Conjunction,

    /// <summary><c>= != &lt; &lt;= &gt; &gt;=</c>, <c>between</c>, <c>in</c>.</summary>
    Comparison,

    /// <summary><c>+ -</c>.</summary>
    Sum,

    /// <summary><c>* /</c>.</summary>
    Product,

    /// <summary><c>**</c>.</summary>
    Power,

    /// <summary>Above every infix operator.</summary>
    Operand,
}
