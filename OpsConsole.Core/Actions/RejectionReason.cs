namespace OpsConsole.Core.Actions;

/// <summary>The structured reasons of a rejection; they teach preparation what it got wrong.</summary>
public static class RejectionReason
{
    public const string WrongFacts = "wrong-facts";
    public const string WrongAction = "wrong-action";
    public const string WrongAmount = "wrong-amount";
    public const string Policy = "policy";
    public const string CustomerChangedMind = "customer-changed-mind";

    /// <summary>Needs a comment.</summary>
    public const string Other = "other";

    public static readonly IReadOnlyList<string> All = [WrongFacts, WrongAction, WrongAmount, Policy, CustomerChangedMind, Other];
}
