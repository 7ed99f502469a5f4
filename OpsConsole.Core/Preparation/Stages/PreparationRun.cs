using OpsConsole.Core.BusinessMap;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Cases.Preparing;
using OpsConsole.Core.Preparation.Playbooks;

namespace OpsConsole.Core.Preparation.Stages;

/// <summary>One run of preparing one case: what it starts from.</summary>
/// <param name="Number">From 1 within the case.</param>
public sealed record PreparationRun(CaseLease Lease, int Number, Case Case, IReadOnlyList<CaseMessage> Messages, PackPlaybooks Pack, PackMap Map)
{
    /// <summary>What the customer wrote, over all channels, oldest first.</summary>
    public string Text { get; } = string.Join('\n', Messages.Where(message => message.Kind == MessageKind.Inbound).Select(message => message.Body));

    /// <summary>That and what stands around it; identifiers are looked for here as well.</summary>
    public string Around => $"{Case.Subject}\n{Case.CustomerHint}";
}
