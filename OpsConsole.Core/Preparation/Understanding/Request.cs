using OpsConsole.Core.Preparation.Playbooks;

namespace OpsConsole.Core.Preparation.Understanding;

/// <summary>A record that a message names by an identifier.</summary>
public sealed record Mention(string Entity, string RecordId, int Start, int End);

/// <summary>A stretch of a message that asks for one thing, with the sentences that follow it and may say more about it.</summary>
/// <param name="Tokens">Its own words.</param>
/// <param name="Following">Sentences after it that hold no request of their own.</param>
/// <param name="Mentions">The records that its own words name.</param>
public sealed record Request(Playbook Playbook, IReadOnlyList<Token> Tokens, IReadOnlyList<IReadOnlyList<Token>> Following, IReadOnlyList<Mention> Mentions);

/// <summary>What a message asks for, before any record was looked at.</summary>
/// <param name="Questions">Sentences that ask for information.</param>
/// <param name="Unclear">Sentences that may change what is asked for, and were not understood.</param>
/// <param name="Greeting">Ranges of the text by which the customer names himself.</param>
public sealed record MessageReading(
    string Text,
    IReadOnlyList<Request> Requests,
    IReadOnlyList<Mention> Mentions,
    IReadOnlyList<string> Questions,
    IReadOnlyList<string> Unclear,
    IReadOnlyList<(int Start, int End)> Greeting);
