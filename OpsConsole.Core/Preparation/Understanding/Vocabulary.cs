using System.Collections.Frozen;

namespace OpsConsole.Core.Preparation.Understanding;

/// <summary>Ordinary English words by what they do to a request. Trade words belong to the packs.</summary>
public static class Vocabulary
{
    /// <summary>Words that change nothing about what is asked for. "Not", "if", "or", "but" and the like are none of them.</summary>
    public static readonly FrozenSet<string> Harmless = Set(
        "a an the of to for in on at from by with into as via per my mine our your i i'd i'm i've i'll me we we'd us you he she it its this that these those " +
        "there here and also too then so please kindly hi hello hey dear thanks thank regards best cheers sincerely want wants would like need wish wished " +
        "should is are am be been being was were has have had both each every following below above just now " +
        "because since reason let get got go help again well very much really actually simply directly immediately asap soon today possible earliest convenience " +
        "one ones any sir madam team there's that's it's which who what hope hoping request requesting regarding about concerning re mention mentioned said " +
        "order orders purchase purchased ordered number id placed recent recently received bought");

    /// <summary>Ways to ask somebody to do something; "can I" asks whether it is possible, and is none.</summary>
    public static readonly IReadOnlyList<Phrase> Polite =
        [.. new[] { "can you", "could you", "would you", "will you", "can someone", "could someone", "as soon as possible" }.Select(text => new Phrase(text))];

    /// <summary>Words that make a sentence depend on something, hedge it or turn it round.</summary>
    public static readonly FrozenSet<string> Conditions = Set(
        "if unless otherwise instead maybe perhaps possibly except excluding rather prefer prefers preferably but however depending whether or either nor not don't dont " +
        "doesn't didn't won't can't cannot couldn't wouldn't shouldn't isn't never unsure undecided might regret provided assuming alternatively else until wait hold without " +
        "ideally thinking considering wondering mind ever hypothetically could've suppose supposing nevermind");

    /// <summary>Words by which somebody wants something done.</summary>
    public static readonly FrozenSet<string> Asking = Set(
        "want wants please need needs would could can make change update cancel return refund exchange replace send ship add remove modify swap switch upgrade downgrade " +
        "give transfer keep stop undo revert do process fix sort credit compensate pay charge split combine merge double reduce increase delete close");

    /// <summary>Words with which a sentence asks for information rather than for a change.</summary>
    public static readonly IReadOnlyList<Phrase> Questions =
    [
        .. new[]
        {
            "want to know", "like to know", "would love to know", "let me know", "tell me", "wonder", "wondering", "how much", "how many", "how long", "what is", "what are", "what's",
            "when will", "when is", "where is", "where's", "which of", "is it possible", "am i able", "would it be possible", "can i", "could i", "may i", "is there", "are there", "do you", "curious",
            "how do i", "how can i", "what happens", "confirm when", "confirm once",
        }.Select(text => new Phrase(text)),
    ];

    /// <summary>Words before a cue by which it tells of the past or of somebody else instead of asking.</summary>
    public static readonly FrozenSet<string> Telling = Set("was were been got already have has had be");

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
