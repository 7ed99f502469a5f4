using Bunit;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;
using OpsConsole.Core.Foundation.Live;
using OpsConsole.Live;

namespace OpsConsole.Tests.Live;

public sealed class LivePageTests : BunitContext
{
    private readonly ChangeFeed _feed = new();

    public LivePageTests() => Services.AddSingleton(_feed);

    [Fact]
    public void Refresh_AfterACommit_RendersWhatChanged()
    {
        var page = Render<Probe>();
        _feed.Publish(new Change("case", "42"));
        page.WaitForAssertion(() => Assert.Equal("42", page.Markup));
    }

    [Fact]
    public async Task Leave_ThePage_EndsItsSubscriptionAndItsReads()
    {
        var page = Render<Probe>().Instance;
        Assert.Equal(1, _feed.Readers);
        await DisposeComponentsAsync();
        Assert.Equal((0, true), (_feed.Readers, page.IsLeft));
    }

    private sealed class Probe : LivePage
    {
        private string _key = "";
        private CancellationToken _reads;

        public bool IsLeft => _reads.IsCancellationRequested;

        protected override void OnInitialized()
        {
            _reads = Leaving;
            Watch(["case"]);
        }

        protected override Task RefreshAsync(IReadOnlyCollection<Change> changes)
        {
            _key = changes.First().Key;
            return Task.CompletedTask;
        }

        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, _key);
    }
}
