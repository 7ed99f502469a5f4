namespace OpsConsole.Core.Preparation.Verifying;

/// <summary>What the evidence says to a sentence.</summary>
public enum SentenceVerdict
{
    /// <summary>It states nothing that could be held against a fact: a greeting, a question, a feeling.</summary>
    NoClaim,

    /// <summary>All that it states stands in facts, in the customer's words, in what is proposed or, in a reply, in what the house has written down.</summary>
    Supported,

    /// <summary>Something that it states stands nowhere. It is shown, and marked.</summary>
    Unsupported,

    /// <summary>A fact says otherwise. It is shown, and marked with that fact.</summary>
    Contradicted,
}
