using Microsoft.AspNetCore.Components;
using OpsConsole.Controls;
using OpsConsole.Core.Cases.Opening;
using OpsConsole.Core.Foundation.Time;
using OpsConsole.Identity;

namespace OpsConsole.Cases;

/// <summary>A person writes in what a customer said, for instance on the phone.</summary>
public sealed partial class NewCasePage(CurrentActor current, OpenCase openCase, NavigationManager navigation, TimeProvider clock) : IDisposable
{
    private const string Source = "form";
    private static readonly string[] Channels = ["phone", "email", "chat", "web", "letter"];

    private readonly CancellationTokenSource _leaving = new();
    private readonly string _key = $"{Ids.New(clock):N}";
    private string _subject = "";
    private string _body = "";
    private string _channel = Channels[0];
    private string _name = "";
    private string _hint = "";
    private DateTime? _received;
    private bool _isOpening;
    private ErrorText? _refusal;

    [CascadingParameter]
    public Viewer? Viewer { get; set; }

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    /// <summary>The form carries an id of its own, so that a second press or a lost connection opens one case.</summary>
    private async Task OpenAsync()
    {
        if (_isOpening || await current.FindAsync(_leaving.Token) is not { } actor)
        {
            return;
        }

        _isOpening = true;
        switch (await openCase.OpenAsync(actor, Request(), key: null, _leaving.Token))
        {
            case OpenCaseOutcome.Opened(var caseId, _):
                navigation.NavigateTo(OpsUrls.Case(caseId));
                break;
            case OpenCaseOutcome.Joined(var caseId, _, _):
                navigation.NavigateTo(OpsUrls.Case(caseId));
                break;
            case OpenCaseOutcome.Known(var caseId, _):
                navigation.NavigateTo(OpsUrls.Case(caseId));
                break;
            case OpenCaseOutcome.Refused(var error):
                _refusal = CaseErrorText.Of(error);
                break;
        }

        _isOpening = false;
    }

    private NewCase Request() => new()
    {
        Subject = _subject,
        Body = _body,
        Channel = _channel,
        Source = Source,
        ExternalId = _key,
        ReceivedAt = _received is { } local ? new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(local, Viewer?.Zone ?? TimeZoneInfo.Utc), TimeSpan.Zero) : null,
        CustomerName = Some(_name),
        CustomerHint = Some(_hint),
    };

    private static string? Some(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
