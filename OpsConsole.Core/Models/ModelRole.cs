namespace OpsConsole.Core.Models;

/// <summary>What a model is asked for; a provider serves one role or both.</summary>
public enum ModelRole
{
    /// <summary>Short, cheap questions: what kind of case, which records to read.</summary>
    Fast,

    /// <summary>Questions whose answer a person will read or decide on: plan, summary, reply.</summary>
    Careful,
}
