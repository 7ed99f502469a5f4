using OpsConsole.Core.Preparation.Playbooks;

namespace OpsConsole.Core.Preparation.Understanding;

/// <summary>Splits a message into requests: sentence by sentence, and within a sentence between the cues of different playbooks.</summary>
/// <param name="mentions">The records that the text names, found by the map's identifiers.</param>
/// <param name="greeting">Where the customer names himself; such words ask for nothing.</param>
public sealed class MessageReader(IReadOnlyList<Playbook> playbooks, string text, IReadOnlyList<Mention> mentions, IReadOnlyList<(int Start, int End)> greeting)
{
    private readonly List<Draft> _requests = [];
    private readonly List<string> _questions = [];
    private readonly List<string> _unclear = [];

    public MessageReading Read()
    {
        foreach (var sentence in Words.Tokens(text).GroupBy(token => token.Sentence))
        {
            ReadSentence([.. sentence]);
        }

        return new MessageReading(
            text, [.. _requests.Select(draft => new Request(draft.Playbook, draft.Tokens, draft.Following, Within(draft.Tokens)))],
            mentions, _questions, _unclear, greeting);
    }

    private void ReadSentence(IReadOnlyList<Token> sentence)
    {
        var cues = FindCues(sentence);
        if (cues.Count == 0)
        {
            ReadOther(sentence);
            return;
        }

        var parts = new List<(Playbook Playbook, int From)>();
        foreach (var cue in cues.Where(cue => parts.Count == 0 || parts[^1].Playbook != cue.Playbook))
        {
            var from = parts.Count == 0 ? 0 : Border(sentence, parts[^1].From, cue.At);
            if (from < 0)
            {
                _unclear.Add(Quote(sentence));
                return;
            }

            parts.Add((cue.Playbook, from));
        }

        for (var part = 0; part < parts.Count; part++)
        {
            var to = part + 1 < parts.Count ? parts[part + 1].From : sentence.Count;
            _requests.Add(new Draft(parts[part].Playbook, [.. sentence.Skip(parts[part].From).Take(to - parts[part].From)]));
        }
    }

    /// <summary>A sentence without a cue says more about the request before it, asks for information, or tells a story.</summary>
    private void ReadOther(IReadOnlyList<Token> sentence)
    {
        var free = sentence.Where(token => !token.IsPunctuation && !greeting.Any(range => token.Start >= range.Start && token.End <= range.End)).ToList();
        if (free.Count == 0)
        {
            return;
        }

        var isConditional = free.Any(token => Vocabulary.Conditions.Contains(token.Word));
        if (!isConditional && Vocabulary.Questions.Any(question => Enumerable.Range(0, sentence.Count).Any(at => question.MatchAt(sentence, at) is not null)))
        {
            _questions.Add(Quote(sentence));
        }
        else if (_requests.Count > 0)
        {
            _requests[^1].Following.Add(sentence);
        }
        else if (isConditional || free.Any(token => Vocabulary.Asking.Contains(token.Word) || Vocabulary.Asking.Contains(token.Stem)))
        {
            _unclear.Add(Quote(sentence));
        }
    }

    private List<(Playbook Playbook, int At)> FindCues(IReadOnlyList<Token> sentence)
    {
        var strong = FindCues(sentence, playbook => playbook.Cues);
        if (strong.Count > 0)
        {
            return strong;
        }

        // "The refund should go to my card" says more about the return before it; it asks for nothing new.
        var weak = FindCues(sentence, playbook => playbook.WeakCues);
        return _requests.Count > 0 && weak.All(cue => cue.Playbook == _requests[^1].Playbook) ? [] : weak;
    }

    /// <summary>The cues in their order; where several overlap the longest one counts.</summary>
    private List<(Playbook Playbook, int At)> FindCues(IReadOnlyList<Token> sentence, Func<Playbook, IReadOnlyList<Phrase>> cues)
    {
        var found =
            from playbook in playbooks
            from cue in cues(playbook)
            from at in Enumerable.Range(0, sentence.Count)
            let places = cue.MatchAt(sentence, at)
            where places is not null && !IsTelling(sentence, at)
            orderby cue.Length descending, at
            select (playbook, places);
        var taken = new bool[sentence.Count];
        var kept = new List<(Playbook Playbook, int At)>();
        foreach (var (playbook, places) in found)
        {
            if (places.Any(place => taken[place]))
            {
                continue;
            }

            foreach (var place in places)
            {
                taken[place] = true;
            }

            kept.Add((playbook, places[0]));
        }

        return [.. kept.OrderBy(cue => cue.At)];
    }

    /// <summary>"The order was cancelled last week" tells; "should be cancelled", "to be cancelled" and "cancel" ask.</summary>
    private static bool IsTelling(IReadOnlyList<Token> sentence, int at)
    {
        if (at == 0 || !Vocabulary.Telling.Contains(sentence[at - 1].Word) || sentence[at].Word == sentence[at].Stem)
        {
            return false;
        }

        return sentence[at - 1].Word != "be" || !(at >= 2 && sentence[at - 2].Word is "should" or "to" or "must" or "please" or "can" or "could");
    }

    /// <summary>Where a new request begins: after the last joint before its cue, when only harmless words and identifiers stand between.</summary>
    private int Border(IReadOnlyList<Token> sentence, int from, int cue)
    {
        for (var at = cue; at > from; at--)
        {
            var before = sentence[at - 1];
            if (before.Word is "," or ";" or "." or ":" or "and" or "then" or "plus" or "also" or "additionally" or "lastly" or "finally" or "-" or "–")
            {
                return at;
            }

            if (!Vocabulary.Harmless.Contains(before.Word) && !mentions.Any(mention => before.Start >= mention.Start && before.End <= mention.End))
            {
                return -1;
            }
        }

        return -1;
    }

    private IReadOnlyList<Mention> Within(IReadOnlyList<Token> tokens) => tokens.Count == 0
        ? []
        : [.. mentions.Where(mention => mention.Start >= tokens[0].Start && mention.End <= tokens[^1].End)];

    private string Quote(IReadOnlyList<Token> tokens) => text[tokens[0].Start..tokens[^1].End];

    private sealed record Draft(Playbook Playbook, IReadOnlyList<Token> Tokens)
    {
        public List<IReadOnlyList<Token>> Following { get; } = [];
    }
}
