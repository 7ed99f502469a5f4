using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Feel;
using OpsConsole.Core.Preparation.Playbooks;
using OpsConsole.Core.Preparation.Slots;
using OpsConsole.Core.Preparation.Understanding;

namespace OpsConsole.Core.Preparation.Planning;

/// <summary>One attempt to understand a request completely, against one record.</summary>
internal sealed class RequestReading
{
    private readonly Request _request;
    private readonly MessageReading _message;
    private readonly JsonObject _view;
    private readonly Passage _passage;
    private readonly HashSet<int> _own;

    public RequestReading(Request request, MessageReading message, JsonObject view)
    {
        _request = request;
        _message = message;
        _view = view;
        _own = [.. request.Tokens.Select(token => token.Sentence)];
        _passage = new Passage(message.Text, [.. request.Tokens, .. request.Following.SelectMany(sentence => sentence)]);
        foreach (var (start, end) in message.Greeting)
        {
            _passage.UseCharacters(start, end);
        }
    }

    public JsonObject Slots { get; } = [];

    /// <summary>For each slot where its value comes from.</summary>
    public JsonObject Sources { get; } = [];

    /// <summary>Whether something was said that does not fit this record.</summary>
    public bool IsContradicted { get; private set; }

    public void UseMentions(Func<Mention, bool> isSubject)
    {
        foreach (var mention in _message.Mentions.Where(mention => mention.Entity == _request.Playbook.Subject && isSubject(mention)))
        {
            _passage.UseCharacters(mention.Start, mention.End);
        }
    }

    /// <summary>Reads the slots in the playbook's order, and its cues last; answers with what has to be asked.</summary>
    public List<string> ReadSlots()
    {
        var questions = new List<string>();
        foreach (var slot in _request.Playbook.Slots)
        {
            _view["slots"] = Slots.DeepClone();
            if (ReadSlot(slot) is { } question)
            {
                questions.Add(question);
            }
        }

        _view["slots"] = Slots.DeepClone();
        foreach (var cue in _request.Playbook.Cues.Concat(_request.Playbook.WeakCues).Concat(Vocabulary.Polite))
        {
            while (_passage.Find(cue) is { } places)
            {
                _passage.Use(places);
            }
        }

        return questions;
    }

    /// <summary>What of the request is left over, and which sentences behind it have nothing to do with it but may matter.</summary>
    public (IReadOnlyList<string> LeftOver, IReadOnlyList<string> Unclear) NotUnderstood()
    {
        var unclear = new List<string>();
        foreach (var sentence in _request.Following)
        {
            var places = Enumerable.Range(0, _passage.Tokens.Count).Where(at => _passage.Tokens[at].Sentence == sentence[0].Sentence).ToList();
            if (places.Any(at => _passage.IsUsed(at) && !_passage.Tokens[at].IsPunctuation))
            {
                continue;
            }

            if (places.Any(at => Vocabulary.Conditions.Contains(_passage.Tokens[at].Word)
                || Vocabulary.Asking.Contains(_passage.Tokens[at].Word) || Vocabulary.Asking.Contains(_passage.Tokens[at].Stem)))
            {
                unclear.Add(_passage.Text(places[0], places[^1]));
            }

            _passage.Use(places);
        }

        var harmless = new HashSet<string>(Vocabulary.Harmless, StringComparer.Ordinal);
        harmless.UnionWith(_request.Playbook.Wording);
        return (_passage.Unused(harmless), unclear);
    }

    private string? ReadSlot(PlaybookSlot slot)
    {
        switch (slot.Reader.Read(new SlotInput(_passage, _view, _message.Mentions)))
        {
            case SlotReading.Found found:
                Slots[slot.Name] = found.Value.DeepClone();
                Sources[slot.Name] = new JsonObject { ["from"] = "message", ["phrase"] = found.Phrase };
                return null;
            case SlotReading.Unclear unclear:
                IsContradicted = true;
                return unclear.Question;
            case SlotReading.Absent:
                return Default(slot);
            default:
                return null;
        }
    }

    private string? Default(PlaybookSlot slot)
    {
        if (slot.Otherwise is not null && PlaybookExpression.Value(slot.Otherwise, _view) is { } value)
        {
            Slots[slot.Name] = value.DeepClone();
            Sources[slot.Name] = new JsonObject { ["from"] = "playbook", ["phrase"] = slot.Otherwise };
            return null;
        }

        return slot.Ask.Length > 0 && PlaybookExpression.Holds(slot.When, _view) ? FeelTemplate.Render(slot.Ask, _view) : null;
    }
}
