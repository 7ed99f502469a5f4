using System.Text.Json.Nodes;

namespace OpsConsole.Core.Connectors;

/// <summary>Whether an operation changes anything on the other side.</summary>
public enum EffectClass
{
    /// <summary>Changes nothing.</summary>
    Read,

    /// <summary>Changes records or makes something happen.</summary>
    Write,
}

/// <summary>Whether and by whom an effect can be undone (after OWASP AISVS 9.2.3).</summary>
public enum ReversibilityClass
{
    /// <summary>There is no effect to undo.</summary>
    ReadOnly,

    /// <summary>We can undo it with a compensation.</summary>
    Reversible,

    /// <summary>Only the other side or a person there can undo it.</summary>
    ReversibleByOtherSide,

    /// <summary>Nobody can.</summary>
    Irreversible,
}

/// <summary>How the other side helps us to do a thing once.</summary>
public enum IdempotencySupport
{
    /// <summary>Not at all: an unclear outcome is never repeated.</summary>
    None,

    /// <summary>The effect can be seen by reading a record afterwards.</summary>
    ReadBack,

    /// <summary>It honours an idempotency key: the same key has one effect.</summary>
    NativeKey,
}

/// <summary>
/// An operation of a connected system as something that can be proposed, decided and carried out. Versions are never edited, only
/// succeeded. All expressions are FEEL over the names <c>parameters</c>, <c>case</c> and the aliases of <see cref="Context"/>.
/// </summary>
public sealed record ActionType
{
    /// <summary>Such as <c>sandbox.cancel_order</c>.</summary>
    public required string Id { get; init; }

    public required int Version { get; init; }

    /// <summary>The system and the operation of its connector.</summary>
    public required string System { get; init; }

    public required string Operation { get; init; }

    /// <summary>What a person reads, such as <c>Cancel order {parameters.order_id}</c>; text in braces is FEEL.</summary>
    public required string Title { get; init; }

    public string Description { get; init; } = "";

    public EffectClass Effect { get; init; } = EffectClass.Write;

    public ReversibilityClass Reversibility { get; init; } = ReversibilityClass.Irreversible;

    public IdempotencySupport Idempotency { get; init; } = IdempotencySupport.None;

    /// <summary>JSON Schema (2020-12 subset) of the parameters.</summary>
    public JsonObject Parameters { get; init; } = [];

    /// <summary>What is read before a verdict and again before the call, in this order; later reads may use earlier aliases.</summary>
    public IReadOnlyList<ContextRead> Context { get; init; } = [];

    /// <summary>Aliases of <see cref="Context"/> whose record this action changes; the decision is bound to their versions.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];

    /// <summary>Named expressions over the context that a decision relies on: when one changes, the action is decided again.</summary>
    public IReadOnlyDictionary<string, string> Material { get; init; } = new Dictionary<string, string>();

    /// <summary>The money at stake, as an expression; null when there is none.</summary>
    public string? Amount { get; init; }

    public string? Currency { get; init; }

    /// <summary>Conditions that must hold whatever the policies say; each with the sentence shown when it does not.</summary>
    public IReadOnlyList<SubmissionCriterion> Criteria { get; init; } = [];

    /// <summary>What will change: label, value now, value after.</summary>
    public IReadOnlyList<PreviewLine> Preview { get; init; } = [];

    /// <summary>Holds after the effect and not before it, over the context read anew (with <c>before</c>, the context at the intent); null when it cannot be seen.</summary>
    public string? Probe { get; init; }

    /// <summary>How to undo it; null when we cannot.</summary>
    public Compensation? Compensation { get; init; }

    /// <summary>The file or document and line that declares it.</summary>
    public string Source { get; init; } = "";
}

/// <summary>One read for an action's context: a record, or a read operation.</summary>
/// <param name="Alias">The name under which expressions see it.</param>
/// <param name="Collection">The collection, for a record; null for an operation.</param>
/// <param name="Id">FEEL giving the record's id.</param>
/// <param name="Operation">The read operation, when it is no record.</param>
/// <param name="Arguments">FEEL for each argument of the operation.</param>
/// <param name="Each">FEEL giving a list; the read is then made for each item (named <c>item</c>) and the alias is a list.</param>
public sealed record ContextRead(string Alias, string? Collection, string? Id, string? Operation, IReadOnlyDictionary<string, string> Arguments, string? Each = null);

public sealed record SubmissionCriterion(string Expression, string Message);

public sealed record PreviewLine(string Label, string Now, string After);

/// <summary>The action type that undoes, and its parameters as FEEL over <c>parameters</c>, <c>before</c> (the context at the intent), <c>after</c> and <c>result</c> (the answer of the call).</summary>
public sealed record Compensation(string ActionType, IReadOnlyDictionary<string, string> Parameters);
