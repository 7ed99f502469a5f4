using System.Net;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Connectors.Connecting;
using OpsConsole.Core.Connectors.OpenApi;
using OpsConsole.Tests.Fakes;

namespace OpsConsole.Tests.Connectors.OpenApi;

public sealed class AddressGuardTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.8.9.10")]
    [InlineData("10.1.2.3")]
    [InlineData("172.16.0.1")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("255.255.255.255")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::127.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("fd00::1")]
    [InlineData("fe80::1")]
    [InlineData("ff02::1")]
    public void IsPublic_AnAddressOfThisMachineOrAPrivateNetwork_IsNot(string address) => Assert.False(AddressGuard.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("93.184.216.34")]
    [InlineData("2606:4700::1111")]
    public void IsPublic_AnAddressOfTheInternet_Is(string address) => Assert.True(AddressGuard.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("https://127.0.0.1:1/openapi.json")]
    [InlineData("https://2130706433/openapi.json")]
    [InlineData("https://0x7f.1/openapi.json")]
    [InlineData("https://0177.0.0.1/openapi.json")]
    [InlineData("https://[::ffff:7f00:1]/openapi.json")]
    [InlineData("https://[::1]/openapi.json")]
    [InlineData("https://localhost/openapi.json")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("https://user:secret@1.1.1.1/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("gopher://1.1.1.1/")]
    public async Task Preview_OfAHostileAddress_IsRefusedWithASentence(string address)
    {
        using var host = new CoreHost();
        var outcome = await host.Get<PreviewDocument>().OfAddressAsync(TestSystem.Admin, address, CancellationToken.None);
        var reason = Assert.IsType<PreviewOutcome.Unreadable>(outcome).Reason;
        Assert.True(
            reason.Contains("AllowedHosts", StringComparison.Ordinal) || reason.StartsWith("The address must", StringComparison.Ordinal), reason);
    }

    [Fact]
    public async Task Invoke_ASystemWhoseHostIsNoLongerAllowed_IsUnavailable()
    {
        await using var system = await TestSystem.StartAsync(_ => Task.CompletedTask);
        await system.ConnectAsync(ShopDocument.Yaml);
        var row = await system.Host.Database.ReadAsync(db => Task.FromResult(db.Set<ConnectedSystem>().Single()), CancellationToken.None);
        using var clients = new HttpClients(new ConnectorOptions());
        var connector = new OpenApiConnector(row, clients, system.Host.Get<SystemSecrets>(), system.Host.Clock);
        Assert.Contains("AllowedHosts", Assert.IsType<ConnectorResult.Unavailable>(await connector.CheckAsync(CancellationToken.None)).Reason, StringComparison.Ordinal);
        Assert.Empty(system.Requests);
    }
}
