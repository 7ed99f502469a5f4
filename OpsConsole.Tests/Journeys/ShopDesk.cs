using System.Text.Json.Nodes;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Connectors.Sandbox;

namespace OpsConsole.Tests.Journeys;

/// <summary>The sandbox as somebody who works in the shop sees it: what happened there, what can be done there behind the console's back.</summary>
internal sealed class ShopDesk(OpsServer server)
{
    private readonly SandboxStore _store = server.Get<SandboxStore>();

    public IReadOnlyList<SandboxEffect> Effects => _store.ReadEffects();

    public void Fails(params IReadOnlyList<SandboxFault> faults) => server.Get<SandboxFaults>().Set(faults);

    /// <summary>Gives a part of a payment back by hand.</summary>
    public async Task RefundByHandAsync(string paymentId, decimal amount)
    {
        var shop = await server.Get<IConnectorDirectory>().FindAsync(SandboxConnector.Id, CancellationToken.None);
        var arguments = new JsonObject { ["payment_id"] = paymentId, ["amount"] = amount, ["reason"] = "by hand" };
        Assert.IsType<ConnectorResult.Done>(await shop!.InvokeAsync(new ConnectorCall("refund_payment", arguments, null), CancellationToken.None));
    }
}
