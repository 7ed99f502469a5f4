using OpsConsole.Controls;
using OpsConsole.Core.Actions.Telling;
using OpsConsole.Core.Foundation.Live;
using OpsConsole.Identity;

namespace OpsConsole.Components.Layout;

/// <summary>What rules ask to tell this person's roles, until it is read; on every page.</summary>
public sealed partial class NoticeBell(ReadNotices notices, CurrentActor current)
{
    private const int Shown = 8;

    private IReadOnlyList<ActionNotice> _unread = [];

    protected override Task OnInitializedAsync()
    {
        Watch([TellRoles.Topic]);
        return LoadAsync();
    }

    protected override Task RefreshAsync(IReadOnlyCollection<Change> changes) => LoadAsync();

    private static StatusLook Look(ActionNotice notice) => notice.Happened switch
    {
        NoticeKind.Denied => new(Tone.Bad, "blocked", "Denied"),
        NoticeKind.Approved => new(Tone.Info, "you", "Approved"),
        NoticeKind.Rejected => new(Tone.Quiet, "none", "Rejected"),
        NoticeKind.Executed => new(Tone.Good, "ack", "Done"),
        NoticeKind.Failed => new(Tone.Bad, "failed", "Failed"),
    };

    private async Task LoadAsync()
    {
        if (await current.FindAsync(Leaving) is { } actor)
        {
            _unread = await notices.UnreadAsync(actor, Leaving);
        }
    }

    private async Task ReadAsync(IReadOnlyList<ActionNotice> read)
    {
        if (await current.FindAsync(Leaving) is { } actor)
        {
            await notices.MarkReadAsync(actor, [.. read.Select(notice => notice.Id)], Leaving);
            await LoadAsync();
        }
    }
}
