using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;
using OpsConsole.Core.Identity;
using OpsConsole.Identity;
using OpsConsole.Tests.Journeys;

namespace OpsConsole.Tests.Identity;

public sealed class CatalogueTests
{
    /// <summary>What opens without a permission, and why.</summary>
    private static readonly HashSet<string> Open =
    [
        "/signin", "/setup", "/join", // for people who are not signed in yet
        "/account", "/signout", "/not-allowed", "/not-found", // for everybody who is signed in
        "/health/live", "/health/ready", // for the machines that watch the process; they say nothing but yes or no
        "/openapi/{documentName}.json", // the description of the API holds no data
    ];

    [Fact]
    public void Permissions_All_AreGrantedBySomeRole() =>
        Assert.Empty(Permissions.All.Except(Roles.Grants.Values.SelectMany(grants => grants)));

    [Fact]
    public void Roles_Grants_NameOnlyPermissions() =>
        Assert.Empty(Roles.Grants.Values.SelectMany(grants => grants).Except(Permissions.All));

    [Fact]
    public void Roles_OfServices_NeverDecide() => Assert.All(
        Roles.ForServices,
        role => Assert.DoesNotContain(Roles.Grants[role], permission => permission.Contains("decide", StringComparison.Ordinal) || permission.EndsWith(":change", StringComparison.Ordinal)));

    [Fact]
    public void Auditor_Grants_ChangeNothing() => Assert.All(
        Roles.Grants[Roles.Auditor],
        permission => Assert.True(permission.EndsWith(":view", StringComparison.Ordinal) || permission is Permissions.AuditVerify or Permissions.ModelsRead, permission));

    [Fact]
    public void Pages_All_NameAPermission()
    {
        var pages = typeof(OpsWebApplication).Assembly.GetTypes().Where(type => type.GetCustomAttributes<RouteAttribute>().Any());
        var without = pages.Where(page => page.GetCustomAttribute<NeedsAttribute>() is null).SelectMany(page => page.GetCustomAttributes<RouteAttribute>()).Select(route => route.Template);
        Assert.Empty(without.Except(Open));
    }

    [Fact]
    public async Task Endpoints_All_NameAPermission()
    {
        await using var server = await OpsServer.StartAsync(null, "Demo:Cases=false");
        var endpoints = server.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(IsOurs);
        var without = endpoints.Where(endpoint => !endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(data => data.Policy is { } policy && Permissions.All.Contains(policy)));
        Assert.Empty(without.Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/')).Except(Open));
    }

    /// <summary>Not the framework's own: static files, the circuit, its script.</summary>
    private static bool IsOurs(RouteEndpoint endpoint)
    {
        var path = endpoint.RoutePattern.RawText!.TrimStart('/');
        return !path.StartsWith('_') && !path.StartsWith("{**", StringComparison.Ordinal)
            && endpoint.Metadata.All(item => item.GetType().Name is not ("StaticAssetDescriptor" or "RootComponentMetadata"));
    }
}
