namespace OpsConsole.Core.Policies.Documents;

/// <summary>A row as it is written.</summary>
/// <param name="Id">The row's name, such as <c>R7</c>.</param>
/// <param name="Cells">One unary test for each input, in the order of the inputs; <c>-</c> for anything.</param>
/// <param name="Verdict"><c>allow</c>, <c>require-approval</c> or <c>deny</c>.</param>
/// <param name="Approver"><c>agent</c>, <c>supervisor</c>, or empty for the usual.</param>
/// <param name="Quorum">How many different people must approve.</param>
/// <param name="NoSelfApproval">Whoever proposed or edited it may not approve it.</param>
/// <param name="Blind">A later approver does not see what an earlier one decided or wrote.</param>
/// <param name="Expires">ISO 8601 duration such as <c>PT24H</c>, or empty for the usual.</param>
/// <param name="Notify">Roles that are told when the action is decided.</param>
/// <param name="Attach">What the approver must hand in with the approval, each a short name such as <c>photo of the damage</c>.</param>
/// <param name="Reason">The sentence that a person reads, with FEEL in braces.</param>
/// <param name="Cites">Where the rule stands in the source document; empty when it is our own.</param>
public sealed record DocumentRule(
    string Id,
    IReadOnlyList<string> Cells,
    string Verdict,
    string Approver,
    int Quorum,
    bool NoSelfApproval,
    bool Blind,
    string Expires,
    IReadOnlyList<string> Notify,
    IReadOnlyList<string> Attach,
    string Reason,
    string Cites);
