using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies;
using OpsConsole.Core.Policies.Authoring;
using OpsConsole.Core.Policies.Documents;
using OpsConsole.Policies.Drafting;
using OpsConsole.Tests.Fakes;
using OpsConsole.Tests.Policies.Editing;

namespace OpsConsole.Tests.Policies.Drafting;

public sealed class DraftSavingTests : IAsyncDisposable
{
    private static readonly Actor Ines = new(ActorKind.Person, "person/ines", "Ines", [Roles.Admin]);

    private readonly ManualClock _clock = new();
    private readonly List<(string Title, int Revision)> _saved = [];
    private readonly DraftSaving _saving;
    private PolicyRefusal? _refusal;
    private readonly TaskCompletionSource _asked = new();
    private TaskCompletionSource? _held;

    public DraftSavingTests()
    {
        _saving = new DraftSaving(SaveAsync, () => { }, _clock);
        _saving.Start(1, _clock.GetUtcNow());
    }

    [Fact]
    public async Task Flush_AfterSeveralChanges_StoresTheLastTextOnce()
    {
        _saving.Typed(Titled("A"));
        Assert.IsType<SaveState.Typed>(_saving.State);
        _saving.Typed(Titled("B"));
        Assert.True(await _saving.FlushAsync(CancellationToken.None));
        Assert.True(await _saving.FlushAsync(CancellationToken.None));
        Assert.Equal([("B", 1)], _saved);
        Assert.IsType<SaveState.Saved>(_saving.State);
        Assert.Equal(2, _saving.Revision);
        Assert.False(_saving.HasUnsaved);
    }

    [Fact]
    public async Task Typed_WhileItIsBeingStored_IsStoredNext()
    {
        _held = new TaskCompletionSource();
        _saving.Typed(Titled("A"));
        var first = _saving.FlushAsync(CancellationToken.None);
        await _asked.Task;
        _saving.Typed(Titled("B"));
        _held.SetResult();
        Assert.False(await first);
        _held = null;
        Assert.True(await _saving.FlushAsync(CancellationToken.None));
        Assert.Equal([("A", 1), ("B", 2)], _saved);
    }

    [Fact]
    public async Task Flush_WhenSomebodyElseSaved_KeepsTheTextAndStoresNothing()
    {
        _refusal = new PolicyRefusal.Stale(Stored("Theirs", revision: 7));
        _saving.Typed(Titled("Mine"));
        Assert.False(await _saving.FlushAsync(CancellationToken.None));
        Assert.IsType<SaveState.Conflict>(_saving.State);
        _saving.Typed(Titled("Mine too"));
        Assert.False(await _saving.FlushAsync(CancellationToken.None));
        Assert.Empty(_saved);
        Assert.True(_saving.HasUnsaved);
    }

    [Fact]
    public async Task KeepMine_AfterAConflict_FollowsTheirRevision()
    {
        _refusal = new PolicyRefusal.Stale(Stored("Theirs", revision: 7));
        _saving.Typed(Titled("Mine"));
        await _saving.FlushAsync(CancellationToken.None);
        _refusal = null;
        Assert.True(await _saving.KeepMineAsync(CancellationToken.None));
        Assert.Equal([("Mine", 7)], _saved);
    }

    [Fact]
    public async Task Dispose_WithSomethingUnsaved_StoresIt()
    {
        _saving.Typed(Titled("Last"));
        await _saving.DisposeAsync();
        Assert.Equal([("Last", 1)], _saved);
    }

    [Fact]
    public async Task Flush_WhenRefused_SaysSoAndTriesAgainAtTheNextChange()
    {
        _refusal = new PolicyRefusal.IdFixed("refunds");
        _saving.Typed(Titled("A"));
        Assert.False(await _saving.FlushAsync(CancellationToken.None));
        Assert.Equal("The id stays", Assert.IsType<SaveState.Refused>(_saving.State).Why.Title);
        _refusal = null;
        _saving.Typed(Titled("B"));
        Assert.True(await _saving.FlushAsync(CancellationToken.None));
    }

    public async ValueTask DisposeAsync() => await _saving.DisposeAsync();

    private static PolicyDocument Titled(string title) => SheetTexts.Refunds with { Title = title };

    private async Task<DraftOutcome?> SaveAsync(PolicyDocument document, int revision, CancellationToken cancellation)
    {
        _asked.TrySetResult();
        await (_held?.Task ?? Task.CompletedTask);
        if (_refusal is not null)
        {
            return new DraftOutcome.Refused(_refusal);
        }

        _saved.Add((document.Title, revision));
        return new DraftOutcome.Saved(Stored(document.Title, revision + 1));
    }

    private PolicyDraft Stored(string title, int revision)
    {
        var draft = PolicyDraft.New(Guid.Empty, Titled(title), 1, Ines, _clock.GetUtcNow());
        draft.Revision = revision;
        return draft;
    }
}
