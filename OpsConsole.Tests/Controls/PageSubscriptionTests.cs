using Bunit;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using OpsConsole.Actions;
using OpsConsole.Cases;
using OpsConsole.Core;
using OpsConsole.Core.Foundation.Live;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Identity;

namespace OpsConsole.Tests.Controls;

/// <summary>A page that is left must not go on listening.</summary>
public sealed class PageSubscriptionTests : BunitContext
{
    public PageSubscriptionTests()
    {
        Services.AddCore(new StorageOptions { Folder = Path.GetTempPath() });
        Services.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>();
        Services.AddSingleton<AuthenticationStateProvider, NobodySignedIn>();
        Services.AddScoped<CurrentActor>();
        Services.AddScoped<ActionCommands>();
        Services.AddTransient<ActionTraces>();
        Services.AddScoped<CaseCommands>();
        Services.AddScoped<ReplyCommands>();
        Services.AddScoped<CaseHold>();
        Services.AddSingleton(new ApprovalOptions());
    }

    private ChangeFeed Feed => Services.GetRequiredService<ChangeFeed>();

    [Fact]
    public async Task CaseDeskPage_WhenLeft_LetsGoOfTheFeed()
    {
        Render<CaseDeskPage>(parameters => parameters.Add(page => page.Id, Guid.Empty));
        Assert.Equal(1, Feed.Readers);

        await DisposeComponentsAsync();

        Assert.Equal(0, Feed.Readers);
    }

    [Fact]
    public async Task ApprovalsPage_WhenLeft_LetsGoOfTheFeed()
    {
        Render<ApprovalsPage>();
        Assert.Equal(1, Feed.Readers);

        await DisposeComponentsAsync();

        Assert.Equal(0, Feed.Readers);
    }

    [Fact]
    public async Task WhyPage_WhenLeft_LetsGoOfTheFeed()
    {
        Render<WhyPage>(parameters => parameters.Add(page => page.Id, 1));
        Assert.Equal(1, Feed.Readers);

        await DisposeComponentsAsync();

        Assert.Equal(0, Feed.Readers);
    }

    private sealed class NobodySignedIn : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(new()));
    }
}
