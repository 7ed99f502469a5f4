using Microsoft.AspNetCore.Components;
using OpsConsole.Core.Foundation.Live;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Preparation.Learning;
using OpsConsole.Core.Preparation.Playbooks;
using OpsConsole.Core.Preparation.Suggesting;
using OpsConsole.Core.Workflow;
using OpsConsole.Identity;

namespace OpsConsole.Preparation.Learning;

/// <summary>The classifiers in force with their figures, and what rejections suggest to change.</summary>
public sealed partial class LearningPage(CurrentActor current, LearningDesk desk, PlaybookShelf packs, ICaseTypes types)
{
    private IReadOnlyList<ClassifierHistory>? _histories;
    private IReadOnlyList<Suggestion>? _suggestions;
    private SuggestionDetail? _detail;
    private ErrorText? _refusal;
    private string? _told;
    private bool _mayChange;
    private bool _busy;

    [SupplyParameterFromQuery(Name = "suggestion")]
    private string? Shown { get; set; }

    /// <summary>The one in the address, else the first.</summary>
    private Guid? Chosen => Guid.TryParse(Shown, out var id) ? id : _suggestions is [{ } first, ..] ? first.Id : null;

    protected override void OnInitialized() => Watch(["learning", "pack"]);

    protected override Task OnParametersSetAsync() => ReadAsync();

    protected override Task RefreshAsync(IReadOnlyCollection<Change> changes) => ReadAsync();

    private async Task ReadAsync()
    {
        if (await current.FindAsync(Leaving) is not { } actor)
        {
            return;
        }

        _mayChange = actor.May(Permissions.LearningChange);
        _histories = await desk.Classifiers.ListAsync(actor, Leaving);
        _suggestions = await desk.Suggestions.ListAsync(actor, Leaving);
        _detail = Chosen is { } id ? await desk.Suggestions.FindAsync(actor, id, Leaving) : null;
    }

    private Task LookAsync() => DoAsync(async actor =>
    {
        if (!actor.May(Permissions.LearningChange))
        {
            return ErrorText.Of(new NotAllowed(Permissions.LearningChange));
        }

        var found = await desk.Find.FindAsync(Leaving);
        _told = found == 0 ? "Nothing new was found" : $"{Controls.Phrase.Count(found, "new suggestion")}";
        return null;
    });

    private Task ApproveAsync(Guid id) => DoAsync(async actor => LearningErrorText.Of(await desk.Decide.ApproveAsync(actor, id, Leaving)));

    private Task DismissAsync((Guid Id, string Reason) asked) => DoAsync(async actor => LearningErrorText.Of(await desk.Decide.DismissAsync(actor, asked.Id, asked.Reason, Leaving)));

    private Task RevokeAsync((Guid Id, string Reason) asked) => DoAsync(async actor => LearningErrorText.Of(await desk.Decide.RevokeAsync(actor, asked.Id, asked.Reason, Leaving)));

    private Task LearnAsync(string packId) => DoAsync(async actor =>
    {
        if (packs.Packs.FirstOrDefault(pack => pack.Pack == packId) is not { } found)
        {
            return new ErrorText("No such pack", "The pack is not loaded any more.", "Load it, and learn again.");
        }

        var outcome = await desk.Retrain.LearnAsync(actor, found, Leaving);
        _told = outcome is RetrainOutcome.Learnt learnt ? $"Version {learnt.Version.Number} was learnt. {learnt.Version.Why}" : null;
        return LearningErrorText.Of(outcome);
    });

    private Task PutBackAsync((string PackId, int? Number) asked) => DoAsync(async actor => LearningErrorText.Of(await desk.PutBack.PutBackAsync(actor, asked.PackId, asked.Number, Leaving)));

    private async Task DoAsync(Func<Actor, Task<ErrorText?>> step)
    {
        (_busy, _refusal, _told) = (true, null, null);
        _refusal = await current.FindAsync(Leaving) is { } actor ? await step(actor) : ErrorText.SignedOut;
        await ReadAsync();
        _busy = false;
    }
}
