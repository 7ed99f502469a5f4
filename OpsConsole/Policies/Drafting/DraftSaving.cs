using OpsConsole.Core.Policies;
using OpsConsole.Core.Policies.Authoring;
using OpsConsole.Core.Policies.Documents;

namespace OpsConsole.Policies.Drafting;

/// <summary>
/// Stores a draft by itself, a moment after the last change, one save at a time. It names the revision that was on the screen; when
/// somebody else has saved, it stops and loses nothing.
/// </summary>
/// <param name="save">Stores a text as the successor of a revision; null when the person may do nothing any more.</param>
/// <param name="changed">Called after each change of <see cref="State"/>, from whatever thread.</param>
public sealed class DraftSaving(Func<PolicyDocument, int, CancellationToken, Task<DraftOutcome?>> save, Action changed, TimeProvider clock) : IAsyncDisposable
{
    /// <summary>How long nothing must have been typed.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(700);

    private readonly SemaphoreSlim _saving = new(1, 1);
    private CancellationTokenSource? _waiting;
    private PolicyDocument? _unsaved;
    private Task _last = Task.CompletedTask;

    public SaveState State { get; private set; } = new SaveState.Saved(DateTimeOffset.MinValue);

    public int Revision { get; private set; }

    /// <summary>Something is on the screen that is not stored.</summary>
    public bool HasUnsaved => _unsaved is not null;

    /// <summary>Begins with what is stored.</summary>
    public void Start(int revision, DateTimeOffset at)
    {
        _waiting?.Cancel();
        (Revision, _unsaved) = (revision, null);
        Show(new SaveState.Saved(at));
    }

    /// <summary>Stores <paramref name="document"/> when nothing more has been typed for a moment.</summary>
    public void Typed(PolicyDocument document)
    {
        _unsaved = document;
        if (State is SaveState.Conflict)
        {
            return;
        }

        Show(new SaveState.Typed());
        _waiting?.Cancel();
        _waiting = new CancellationTokenSource();
        _last = WaitAsync(_waiting.Token);
    }

    /// <summary>Stores at once what is not stored yet; true when all is.</summary>
    public async Task<bool> FlushAsync(CancellationToken cancellation)
    {
        await (_waiting?.CancelAsync() ?? Task.CompletedTask);
        await SaveAsync(cancellation);
        return _unsaved is null;
    }

    /// <summary>The person's own text holds: it follows the one that somebody else stored.</summary>
    public Task<bool> KeepMineAsync(CancellationToken cancellation)
    {
        if (State is SaveState.Conflict conflict)
        {
            Revision = conflict.Stored.Revision;
            Show(new SaveState.Typed());
        }

        return FlushAsync(cancellation);
    }

    /// <summary>Leaving stores what was typed last.</summary>
    public async ValueTask DisposeAsync()
    {
        await (_waiting?.CancelAsync() ?? Task.CompletedTask);
        await _last;
        if (State is not SaveState.Conflict)
        {
            await SaveAsync(CancellationToken.None);
        }

        _waiting?.Dispose();
        _saving.Dispose();
    }

    private async Task WaitAsync(CancellationToken cancellation)
    {
        try
        {
            await Task.Delay(Pause, clock, cancellation);
        }
        catch (OperationCanceledException)
        {
            return; // More was typed, or it is stored at once.
        }

        await SaveAsync(CancellationToken.None);
    }

    private async Task SaveAsync(CancellationToken cancellation)
    {
        await _saving.WaitAsync(cancellation);
        try
        {
            if (_unsaved is not { } document || State is SaveState.Conflict)
            {
                return;
            }

            Show(new SaveState.Saving());
            Note(document, await save(document, Revision, cancellation));
        }
        finally
        {
            _saving.Release();
        }
    }

    private void Note(PolicyDocument document, DraftOutcome? outcome)
    {
        switch (outcome)
        {
            case DraftOutcome.Saved saved:
                Revision = saved.Draft.Revision;
                var isAll = ReferenceEquals(_unsaved, document);
                _unsaved = isAll ? null : _unsaved;
                Show(isAll ? new SaveState.Saved(saved.Draft.EditedAt) : new SaveState.Typed());
                break;
            case DraftOutcome.Refused { Refusal: PolicyRefusal.Stale stale }:
                Show(new SaveState.Conflict(stale.Stored));
                break;
            case DraftOutcome.Refused refused:
                Show(new SaveState.Refused(PolicyErrorText.Of(refused.Refusal)));
                break;
            default:
                Show(new SaveState.Refused(ErrorText.SignedOut));
                break;
        }
    }

    private void Show(SaveState state)
    {
        State = state;
        changed();
    }
}
