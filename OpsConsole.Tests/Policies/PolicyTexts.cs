namespace OpsConsole.Tests.Policies;

/// <summary>Policies that tests share.</summary>
internal static class PolicyTexts
{
    public const string Refunds = """
        id: refunds
        title: Refunds
        owner: Customer care
        source: refunds.md
        governs: { action-types: [sandbox.refund_payment] }
        hit: collect
        inputs:
          - { name: amount, expression: action.amount }
          - { name: status, expression: order.status }
          - { name: flags, expression: customer.flags }
        rules:
          - { id: R1, when: { status: '"cancelled"' }, verdict: deny, reason: "Order {order.order_id} is cancelled.", cites: refunds.md R1 }
          - { id: R2, when: { amount: "<= 25", status: '"delivered"' }, verdict: allow, reason: "{format money(action.amount, action.currency)} is at most 25 €." }
          - { id: R3, when: { amount: "(25..100]" }, verdict: require-approval, approver: agent, expires: PT4H, reason: "Over 25 €, up to 100 €." }
          - { id: R4, when: { amount: "> 100" }, verdict: require-approval, approver: supervisor, quorum: 2, reason: "Over 100 €." }
          - { id: R5, when: { flags: 'list contains(?, "watch")' }, verdict: require-approval, approver: agent, no-self-approval: true, reason: The customer is watched. }
        """;

    public const string Everything = """
        id: house
        title: House rules
        owner: Operations
        source: house.md
        governs: { action-types: ["*"] }
        inputs:
          - { name: reversibility, expression: action.reversibility }
        rules:
          - { id: H1, when: { reversibility: '"irreversible"' }, verdict: require-approval, approver: supervisor, reason: Nobody can undo this. }
        """;
}
