using System.Globalization;
using Microsoft.AspNetCore.Components;
using OpsConsole.Core.Actions;
using OpsConsole.Core.Foundation.Live;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;
using OpsConsole.Identity;
using Quartz;

namespace OpsConsole.Operation;

/// <summary>What the jobs have before them, what this process is, and its backups.</summary>
public sealed partial class SystemPage(CurrentActor current, ReadWork read, BackUp backUp, ISchedulerFactory schedulers, StorageOptions storage, TimeProvider clock)
{
    private Work? _work;
    private ProcessFacts? _facts;
    private IReadOnlyList<ReplyRow> _replies = [];
    private IReadOnlyList<Backup> _backups = [];
    private ErrorText? _refusal;
    private string _scheduler = "";
    private bool _mayOperate;
    private bool _isBackingUp;

    [SupplyParameterFromQuery(Name = "state")]
    private string? State { get; set; }

    [Inject]
    private ReadReplyWork Replies { get; set; } = null!;

    private ActionState? Chosen => Enum.TryParse<ActionState>(State, out var state) ? state : null;

    protected override void OnInitialized() => Watch(["action", "case"]);

    protected override Task OnParametersSetAsync() => ReadAsync();

    protected override Task RefreshAsync(IReadOnlyCollection<Change> changes) => ReadAsync();

    private async Task ReadAsync()
    {
        if (await current.FindAsync(Leaving) is not { } actor)
        {
            return;
        }

        _mayOperate = actor.May(Permissions.SystemOperate);
        _work = await read.FindAsync(actor, Chosen, Leaving);
        _replies = await Replies.ListAsync(actor, Leaving);
        _facts = ProcessFacts.Read(storage, clock);
        _backups = backUp.List();
        var scheduler = await schedulers.GetScheduler(Leaving);
        var state = await scheduler.GetMetadata(Leaving);
        _scheduler = $"{state.Status}, {Controls.Phrase.Number(state.JobsExecuted)} sweeps since the start";
    }

    private async Task BackUpAsync()
    {
        if (await current.FindAsync(Leaving) is not { } actor)
        {
            return;
        }

        _isBackingUp = true;
        _refusal = await backUp.RunAsync(actor, Leaving) switch
        {
            BackUpOutcome.Forbidden(var missing) => ErrorText.Of(missing),
            BackUpOutcome.Failed(var reason) => new ErrorText("No backup was made", reason, "Free some space, or look at the rights of the data folder."),
            _ => null,
        };
        _isBackingUp = false;
        await ReadAsync();
    }

    private static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:0.0}\u00a0MB");
}
