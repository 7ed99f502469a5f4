using OpsConsole.Core.Actions;

namespace OpsConsole.Actions;

/// <summary>One group of approvals as the page holds it: what the group sums up to, and the rows read so far.</summary>
public sealed record ApprovalSection(ApprovalGroup Group, IReadOnlyList<ActionView> Rows, bool HasMore)
{
    public string Key => $"{Group.ActionTypeId}|{Group.DecidingRule}|{Group.Currency}";

    /// <summary>What is asked for, such as <c>Cancel order</c>.</summary>
    public string Title
    {
        get
        {
            var words = Group.ActionTypeId.Split('.')[^1].Replace('_', ' ');
            return words.Length == 0 ? Group.ActionTypeId : char.ToUpperInvariant(words[0]) + words[1..];
        }
    }

    /// <summary>The policy and its row, or null where no row of a policy decided.</summary>
    public (string Policy, string Rule)? Rule =>
        Group.DecidingRule.Split('/', 2) is [{ Length: > 0 } policy, var rule] && policy != "-" ? (policy, rule) : null;
}
