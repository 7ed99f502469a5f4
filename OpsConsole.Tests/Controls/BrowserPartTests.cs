using Microsoft.JSInterop;
using OpsConsole.Controls;

namespace OpsConsole.Tests.Controls;

/// <summary>A component that is gone before its part in the browser has begun leaves nothing running and complains of nothing.</summary>
public sealed class BrowserPartTests : IAsyncDisposable
{
    private readonly Scripts _scripts = new();
    private readonly BrowserPart _part = new("attach", "detach");

    public async ValueTask DisposeAsync()
    {
        await _part.DisposeAsync();
        await _scripts.DisposeAsync();
    }

    [Fact]
    public async Task Dispose_AfterItBegan_EndsIt()
    {
        _scripts.Loads.SetResult();
        _scripts.Begins.SetResult();
        await _part.BeginAsync(_scripts, "js/sheet.js", "root");
        await _part.CallAsync("show");
        await _part.DisposeAsync();
        Assert.Equal(["import", "attach", "show", "detach"], _scripts.Called);
    }

    [Fact]
    public async Task Dispose_WhileTheScriptIsLoaded_BeginsNothing()
    {
        var begun = _part.BeginAsync(_scripts, "js/sheet.js", "root");
        await _part.DisposeAsync();
        _scripts.Loads.SetResult();
        await begun;
        Assert.Equal(["import"], _scripts.Called);
    }

    [Fact]
    public async Task Dispose_WhileItBegins_EndsItAtOnce()
    {
        _scripts.Loads.SetResult();
        var begun = _part.BeginAsync(_scripts, "js/sheet.js", "root");
        await _part.DisposeAsync();
        _scripts.Begins.SetResult();
        await begun;
        Assert.Equal(["import", "attach", "detach"], _scripts.Called);
    }

    [Fact]
    public async Task Dispose_WhileItBeginsOnElementsThatAreGone_IsNoFault()
    {
        _scripts.Loads.SetResult();
        var begun = _part.BeginAsync(_scripts, "js/sheet.js", "root");
        await _part.DisposeAsync();
        _scripts.Begins.SetException(new JSException("root is null"));
        await begun;
    }

    [Fact]
    public async Task Begin_TheScriptFails_IsAFault()
    {
        _scripts.Loads.SetResult();
        _scripts.Begins.SetException(new JSException("a bug in the script"));
        await Assert.ThrowsAsync<JSException>(() => _part.BeginAsync(_scripts, "js/sheet.js", "root"));
    }

    /// <summary>A browser that answers when the test lets it.</summary>
    private sealed class Scripts : IJSRuntime, IJSObjectReference
    {
        public TaskCompletionSource Loads { get; } = new();

        public TaskCompletionSource Begins { get; } = new();

        public List<string> Called { get; } = [];

        public async ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args)
        {
            Called.Add(identifier);
            await (identifier switch { "import" => Loads.Task, "attach" => Begins.Task, _ => Task.CompletedTask });
            return this is TValue given ? given : default!;
        }

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) => InvokeAsync<TValue>(identifier, args);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
