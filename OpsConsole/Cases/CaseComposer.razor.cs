using Microsoft.AspNetCore.Components;
using OpsConsole.Actions;
using OpsConsole.Core.Actions;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Cases.Replying;
using OpsConsole.Core.Preparation.Modelling;

namespace OpsConsole.Cases;

/// <summary>
/// A note for colleagues, or the reply. A draft is kept when the field is left; a reply goes out only when a person presses the button, and
/// not while something came in that this person has not said to have read.
/// </summary>
public sealed partial class CaseComposer
{
    private static readonly IReadOnlyList<(string, string)> Modes = [("reply", "Reply"), ("note", "Note")];
    private readonly HashSet<string> _confirmed = new(StringComparer.Ordinal);
    private SeenThread _seen = new(0, null);
    private string? _typed;
    private string? _sentDraft;
    private string? _saved;
    private string _mode = "reply";
    private string _channel = "";
    private string _to = "";
    private string _note = "";
    private bool _isBusy;
    private bool _hasSent;
    private bool _hasChosen;
    private ErrorText? _refusal;

    [Parameter, EditorRequired]
    public required CaseView View { get; set; }

    [Parameter, EditorRequired]
    public required CaseReplies Replies { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<ActionView> Actions { get; set; }

    [Parameter, EditorRequired]
    public required CaseCommands Commands { get; set; }

    [Parameter, EditorRequired]
    public required ReplyCommands ReplyCommands { get; set; }

    /// <summary>What was typed here wins over what preparation wrote meanwhile; what was sent from here is no draft any more.</summary>
    private string Draft => _typed ?? (View.Case.Draft == _sentDraft ? "" : View.Case.Draft);

    /// <summary>The draft's language where it is not the house's own.</summary>
    private string? Language => Draft.Length > 0 && View.Case.DraftLanguage is { Length: > 0 } code and not "en" ? ReplyLanguage.Name(code) : null;

    /// <summary>A model was asked for that language; whether it wrote in it is another question.</summary>
    private bool IsInIt => CustomerLanguage.Of(Draft) == View.Case.DraftLanguage;

    private ReplyWay Way => Replies.Ways.FirstOrDefault(way => way.Channel == _channel) ?? new ReplyWay(_channel, null, []);

    /// <summary>The newest message from or to the customer, as long as it came after what this person saw.</summary>
    private CaseMessage? Newer => SeenThread.Of(View.Messages) == _seen ? null : View.Messages.Where(message => message.Kind != MessageKind.Note).MaxBy(message => message.Id);

    /// <summary>What is recommended or on its way, and what the reply may speak of as if it were done.</summary>
    private int NotDone => Actions.Count(action => action.IsUnderWay() || action.Action.State == ActionState.AwaitingApproval);

    private bool MaySend => !_isBusy && Draft.Trim().Length > 0 && _to.Trim().Length > 0 && Way.Connector is not null && Newer is null
        && (Replies.Check?.In(Draft).All(_confirmed.Contains) ?? true);

    protected override void OnInitialized()
    {
        _seen = SeenThread.Of(View.Messages);
        _channel = Replies.Ways is [var likeliest, ..] ? likeliest.Channel : "";
        ChooseChannel();
    }

    protected override void OnParametersSet()
    {
        var now = SeenThread.Of(View.Messages);
        if (_hasSent && now.Messages == _seen.Messages + 1 && now.Newest is { } newest && Replies.Deliveries.ContainsKey(newest))
        {
            // The message that came after what was seen is the one that was sent from here.
            (_seen, _hasSent) = (now, false);
        }

        if (!_hasChosen)
        {
            // A draft that arrives while the page is open is what the person waits for.
            _mode = Draft.Length > 0 || _hasSent || _sentDraft is not null ? "reply" : "note";
        }

        if (_to.Length == 0)
        {
            ChooseChannel();
        }
    }

    private void Choose(string mode) => (_mode, _hasChosen) = (mode, true);

    private void ChooseChannel() => _to = Way.Recipients is [var likeliest, ..] ? likeliest.Address : "";

    private void Read() => _seen = SeenThread.Of(View.Messages);

    private void Type(ChangeEventArgs input) => (_typed, _saved, _hasChosen) = (input.Value?.ToString() ?? "", null, true);

    private async Task SaveDraftAsync(ChangeEventArgs input)
    {
        _typed = input.Value?.ToString() ?? "";
        _refusal = await Commands.SaveDraftAsync(View.Case, _typed, CancellationToken.None);
        _saved = _refusal is null ? "Draft kept." : null;
    }

    /// <summary>Pressed twice, in two windows or after a lost connection, it is one reply: the key is made of what is sent and what was seen.</summary>
    private async Task SendAsync()
    {
        if (_isBusy)
        {
            return;
        }

        _isBusy = true;
        try
        {
            var (text, to) = (Draft, _to.Trim());
            var reply = new ReplyToSend(ReplyKey.Of(View.Case.Id, _seen, _channel, to, text), View.Case.Version, _seen, _channel, to, text, [.. _confirmed]);
            var (error, words) = await ReplyCommands.SendAsync(View.Case, reply, CancellationToken.None);
            _refusal = error is CaseError.NewerMessage ? null : words;
            if (words is null)
            {
                (_typed, _sentDraft, _saved, _hasSent) = (null, View.Case.Draft, null, true);
                _confirmed.Clear();
            }
        }
        finally
        {
            _isBusy = false;
        }
    }

    private async Task AddNoteAsync()
    {
        _refusal = await Commands.NoteAsync(View.Case, _note, CancellationToken.None);
        if (_refusal is null)
        {
            _note = "";
        }
    }
}
