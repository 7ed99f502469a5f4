using Microsoft.AspNetCore.Components.Forms;
using OpsConsole.Core.Cases.Importing;
using OpsConsole.Core.Foundation.Live;
using OpsConsole.Core.Identity;
using OpsConsole.Identity;

namespace OpsConsole.Cases;

/// <summary>Hands in a file of cases and shows what became of its lines, now and after leaving the page.</summary>
public sealed partial class ImportCasesPage(CurrentActor current, ImportCases importCases, ReadImports readImports)
{
    private Actor? _actor;
    private IReadOnlyList<CaseImport>? _imports;
    private ImportView? _opened;
    private FileUpload? _upload;
    private ErrorText? _refusal;

    protected override async Task OnInitializedAsync()
    {
        Watch(["import"]);
        await RefreshAsync([]);
        if (_imports is [{ } latest, ..])
        {
            await ShowAsync(latest.Id);
        }
    }

    protected override async Task RefreshAsync(IReadOnlyCollection<Change> changes)
    {
        _actor = await current.FindAsync(Leaving);
        if (_actor is not null)
        {
            _imports = await readImports.ListAsync(_actor, Leaving);
            _opened = _opened is null ? null : await readImports.ReadAsync(_actor, _opened.Import.Id, Leaving);
        }
    }

    protected override async ValueTask LeaveAsync()
    {
        if (_upload is not null)
        {
            await _upload.DisposeAsync();
        }
    }

    private async Task ShowAsync(Guid importId)
    {
        if (_actor is not null)
        {
            _opened = await readImports.ReadAsync(_actor, importId, Leaving);
        }
    }

    private async Task UploadAsync(InputFileChangeEventArgs chosen)
    {
        if (await current.FindAsync(Leaving) is not { } actor)
        {
            return;
        }

        _refusal = null;
        await using var upload = _upload = new FileUpload(chosen.File, ImportCases.MostBytes, () => InvokeAsync(StateHasChanged));
        try
        {
            switch (await importCases.StartAsync(actor, upload.Name, upload.Content, upload.Stopped))
            {
                case ImportOutcome.Started(var importId):
                    await RefreshAsync([]);
                    await ShowAsync(importId);
                    break;
                case ImportOutcome.Refused(var error):
                    _refusal = CaseErrorText.Of(error);
                    break;
            }
        }
        catch (OperationCanceledException)
        {
            _refusal = new ErrorText("Upload cancelled", $"Nothing of {upload.Name} was kept.", "Choose it again when you are ready.");
        }
        catch (IOException)
        {
            _refusal = new ErrorText("Not kept", $"{upload.Name} is larger than {ImportCases.MostBytes >> 20} MiB, or there is no space for it.", "Split the file, or ask an admin to free some space.");
        }
        finally
        {
            _upload = null;
        }
    }

    private Task StopUploadAsync() => _upload?.StopAsync() ?? Task.CompletedTask;

    private async Task CancelAsync(Guid importId)
    {
        if (await current.FindAsync(Leaving) is { } actor)
        {
            await importCases.CancelAsync(actor, importId, Leaving);
        }
    }
}
