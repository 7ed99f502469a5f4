using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using OpsConsole.Core.Connectors.Connecting;
using OpsConsole.Core.Connectors.OpenApi;
using OpsConsole.Core.Foundation.Live;
using OpsConsole.Identity;

namespace OpsConsole.Connectors;

/// <summary>Connecting a system step by step: the document, its operations, the address and the secret.</summary>
public sealed partial class ImportPage(PreviewDocument preview, ImportSystem import, SetSecret secret, ListSystems list, CurrentActor current, NavigationManager navigation)
{
    private const long LargestFile = 16 * 1024 * 1024;
    private static readonly (Way, string)[] Ways = [(Way.Address, "Address"), (Way.File, "File"), (Way.Text, "Paste")];

    private ImportDraft _draft = new();
    private IReadOnlySet<string> _chosen = new HashSet<string>();
    private PreviewOutcome.Shown? _shown;
    private ErrorText? _refusal;
    private Way _way;
    private string _address = "";
    private string _text = "";
    private bool _isBusy;

    private enum Way
    {
        /// <summary>It is fetched.</summary>
        Address,

        /// <summary>It is uploaded.</summary>
        File,

        /// <summary>It is pasted.</summary>
        Text,
    }

    /// <summary>The system that is imported again, if any.</summary>
    [SupplyParameterFromQuery(Name = "id")]
    private string? Again { get; set; }

    protected override Task RefreshAsync(IReadOnlyCollection<Change> changes) => Task.CompletedTask;

    private async Task UploadAsync(InputFileChangeEventArgs upload)
    {
        if (upload.File.Size > LargestFile)
        {
            _refusal = new ErrorText("Not read", $"The file is larger than {LargestFile / 1024 / 1024} MB.", "Import a part of it.");
            return;
        }

        _isBusy = true;
        using var reader = new StreamReader(upload.File.OpenReadStream(LargestFile, Leaving));
        _text = await reader.ReadToEndAsync(Leaving);
        await ShowAsync(address: false);
    }

    private Task ReadAsync() => ShowAsync(_way == Way.Address);

    private async Task ShowAsync(bool address)
    {
        if (await current.FindAsync(Leaving) is not { } actor)
        {
            (_refusal, _isBusy) = (ErrorText.SignedOut, false);
            return;
        }

        _isBusy = true;
        var outcome = address ? await preview.OfAddressAsync(actor, _address, Leaving) : await Task.Run(() => PreviewDocument.OfText(actor, _text), Leaving);
        _shown = outcome as PreviewOutcome.Shown;
        _refusal = outcome switch
        {
            PreviewOutcome.Unreadable unreadable => new ErrorText("Not read", unreadable.Reason),
            PreviewOutcome.Forbidden forbidden => ErrorText.Of(forbidden.Lacking),
            _ => null,
        };
        if (_shown is { Document: var document })
        {
            _chosen = document.Operations.Count <= 50 ? document.Operations.Select(operation => operation.Name).ToHashSet(StringComparer.Ordinal) : new HashSet<string>();
            _draft = await DraftAsync(document);
        }

        _isBusy = false;
    }

    /// <summary>What was said about the system before, else what the document suggests.</summary>
    private async Task<ImportDraft> DraftAsync(ApiDocument document)
    {
        var known = Again is { } id && await current.FindAsync(Leaving) is { } actor ? await list.FindAsync(actor, id, Leaving) : null;
        if (known?.Settings is { } settings)
        {
            return new ImportDraft
            {
                Id = known.Id, Name = known.Name, BaseUrl = settings.BaseUrl, Scheme = settings.Auth.Name == "none" ? "" : settings.Auth.Name,
                RecordTemplate = settings.RecordTemplate ?? "", IdempotencyHeader = settings.IdempotencyHeader ?? "",
                ReceiptHeader = settings.ReceiptHeader ?? "", HealthPath = settings.HealthPath, TimeoutSeconds = settings.TimeoutSeconds,
            };
        }

        var suggested = string.Concat(document.Title.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')).Trim('-');
        var habits = DocumentHabits.Of(document);
        return new ImportDraft
        {
            Id = suggested.Split('-')[0], Name = document.Title, BaseUrl = document.Servers is [var server, ..] ? server : "", Scheme = document.Schemes is [var scheme, ..] ? scheme.Name : "",
            RecordTemplate = habits.RecordTemplate ?? "", IdempotencyHeader = habits.IdempotencyHeader ?? "", HealthPath = habits.HealthPath ?? "/",
        };
    }

    private async Task ImportAsync()
    {
        if (_shown is not { } shown || await current.FindAsync(Leaving) is not { } actor)
        {
            return;
        }

        _isBusy = true;
        var wanted = new SystemImport(_draft.Id, _draft.Name, shown.Text, _draft.ToSettings(shown.Document.Schemes), [.. _chosen]);
        var outcome = await import.ImportAsync(actor, wanted, Leaving);
        _refusal = outcome switch
        {
            ImportOutcome.Invalid invalid => new ErrorText("Not connected", string.Join(" ", invalid.Faults)),
            ImportOutcome.Forbidden forbidden => ErrorText.Of(forbidden.Lacking),
            _ => null,
        };
        if (outcome is ImportOutcome.Imported)
        {
            if (_draft.Secret.Length > 0)
            {
                await secret.SetAsync(actor, _draft.Id, _draft.Secret, Leaving);
            }

            navigation.NavigateTo(OpsUrls.Connector(_draft.Id));
        }

        _isBusy = false;
    }
}
