namespace OpsConsole.Core.Foundation.Feel.Printing;

/// <summary>How tightly things bind, from <c>if</c> to a term (DMN 1.5, 10.3.1.2).</summary>
internal enum Precedence
{
    /// <summary>Reaches as far as it can: <c>if</c>, <c>for</c>, <c>some</c>, <c>every</c>, <c>function</c>.</summary>
    Lowest,

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

    /// <summary>A minus before something that is no number.</summary>
    Negation,

    /// <summary><c>instance of</c>.</summary>
    InstanceOf,

    /// <summary>Members, filters, calls, and the terms that they begin with.</summary>
    Steps,
}
