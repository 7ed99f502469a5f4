using OpsConsole.Core.Policies.Documents;

namespace OpsConsole.Tests.Policies.Editing;

/// <summary>Documents that tests of the editor begin with.</summary>
internal static class SheetTexts
{
    /// <summary>Two inputs, three rows.</summary>
    public static readonly PolicyDocument Refunds = new(
        "refunds", "Refunds", "Customer care", "FIN-4", ["sandbox.refund_payment"], [], null, null, null, [],
        [new("amount", "action.amount"), new("reason", "parameters.reason", "\"damaged\", \"late\", \"other\"")],
        [Rule("R1", ["<= 25", "-"], "allow", ""), Rule("R2", ["(25..100]", "\"damaged\""], "require-approval", "agent"), Rule("R3", ["> 100", "-"], "require-approval", "supervisor")],
        []);

    public static DocumentRule Rule(string id, IReadOnlyList<string> cells, string verdict, string approver) =>
        new(id, cells, verdict, approver, 1, NoSelfApproval: false, Blind: false, "", [], [], $"Because of {id}.", "FIN-4 §1");
}
