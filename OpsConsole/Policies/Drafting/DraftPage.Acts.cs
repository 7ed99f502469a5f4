using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using OpsConsole.Controls;
using OpsConsole.Core.Policies.Authoring;

namespace OpsConsole.Policies.Drafting;

/// <summary>What is done with the draft as a whole.</summary>
public sealed partial class DraftPage
{
    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    private async Task BeginAsync()
    {
        switch (await commands.StartFromAsync(Id, null, Leaving))
        {
            case DraftOutcome.Saved saved:
                navigation.NavigateTo(OpsUrls.PolicyDraft(Id, saved.Draft.Id));
                break;
            case DraftOutcome.Refused refused:
                _refusal = PolicyErrorText.Of(refused.Refusal);
                break;
            default:
                _refusal = ErrorText.SignedOut;
                break;
        }
    }

    private async Task ExportAsync()
    {
        var outcome = ExportPolicy.Write(_sheet!.Document, PolicyFormat.Dmn);
        _refusal = outcome is ExportOutcome.Refused refused ? PolicyErrorText.Of(refused.Refusal) : null;
        if (outcome is ExportOutcome.Exported file)
        {
            await SaveFileAsync(file.FileName, "application/xml", file.Text);
        }
    }

    private void AskToSubmit()
    {
        if (Stops is null)
        {
            (_overlay, _dialogRefusal) = (new Overlay.Submit(), null);
        }
    }

    private async Task SubmitAsync(string note)
    {
        _isBusy = true;
        if (await _saving!.FlushAsync(Leaving))
        {
            var outcome = await commands.SubmitAsync(_view!.Summary.Id, _saving.Revision, note, Leaving);
            _dialogRefusal = outcome switch { null => ErrorText.SignedOut, SubmitOutcome.Refused refused => PolicyErrorText.Of(refused.Refusal), _ => null };
            if (outcome is SubmitOutcome.Submitted)
            {
                Close();
                navigation.NavigateTo(OpsUrls.PolicyReview(Id, _view.Summary.Id));
            }
        }
        else
        {
            Close();
        }

        _isBusy = false;
    }

    private async Task WithdrawAsync()
    {
        var outcome = await commands.WithdrawAsync(_view!.Summary.Id, _saving!.Revision, Leaving);
        _refusal = outcome switch { null => ErrorText.SignedOut, SubmitOutcome.Refused refused => PolicyErrorText.Of(refused.Refusal), _ => null };
        await LoadAsync();
    }

    private async Task DiscardAsync()
    {
        _isBusy = true;
        if (await _saving!.FlushAsync(Leaving))
        {
            var outcome = await commands.DiscardAsync(_view!.Summary.Id, _saving.Revision, Leaving);
            _dialogRefusal = outcome switch { null => ErrorText.SignedOut, DraftOutcome.Refused refused => PolicyErrorText.Of(refused.Refusal), _ => null };
            if (outcome is DraftOutcome.Saved)
            {
                navigation.NavigateTo(_detail is null ? OpsUrls.Policies : OpsUrls.Policy(Id));
            }
        }

        _isBusy = false;
    }

    private async Task RebaseAsync()
    {
        if (await _saving!.FlushAsync(Leaving))
        {
            var outcome = await commands.RebaseAsync(_view!.Summary.Id, _saving.Revision, Leaving);
            _refusal = outcome switch { null => ErrorText.SignedOut, DraftOutcome.Refused refused => PolicyErrorText.Of(refused.Refusal), _ => null };
            await LoadAsync();
        }
    }

    /// <summary>The text that somebody else stored takes the place of the one on the screen, as an edit, so that Undo brings the person's own back.</summary>
    private void TakeTheirs()
    {
        if (_saving!.State is SaveState.Conflict conflict)
        {
            _sheet!.Replace(conflict.Stored.Document, "taking theirs");
            _saving.Start(conflict.Stored.Revision, conflict.Stored.EditedAt);
            Judge();
        }
    }

    private Task KeepMineAsync() => _saving!.KeepMineAsync(Leaving);

    private async Task KeepApartAsync()
    {
        switch (await commands.StartAsync(_sheet!.Document, _view!.Summary.BasedOn, Leaving))
        {
            case DraftOutcome.Saved saved:
                _saving!.Start(_saving.Revision, saved.Draft.EditedAt);
                navigation.NavigateTo(OpsUrls.PolicyDraft(Id, saved.Draft.Id));
                break;
            case DraftOutcome.Refused refused:
                _refusal = PolicyErrorText.Of(refused.Refusal);
                break;
            default:
                _refusal = ErrorText.SignedOut;
                break;
        }
    }

    private Task SaveFileAsync(string name, string type, string text) => Download.SaveAsync(Script, Assets["js/download.js"], name, type, text);
}
