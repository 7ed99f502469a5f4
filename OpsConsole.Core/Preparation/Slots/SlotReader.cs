using System.Text.Json.Nodes;
using OpsConsole.Core.Preparation.Understanding;

namespace OpsConsole.Core.Preparation.Slots;

/// <summary>What a slot can be read from: the request's words and the records that were gathered.</summary>
/// <param name="View">The records by name: <c>customer</c>, the subject (such as <c>order</c>), <c>orders</c>, <c>records</c> by entity and id.</param>
/// <param name="Mentions">All records that the message names.</param>
public sealed record SlotInput(Passage Passage, JsonObject View, IReadOnlyList<Mention> Mentions);

/// <summary>What the words say about one slot.</summary>
public abstract record SlotReading
{
    private SlotReading()
    {
    }

    /// <param name="Phrase">The message's own words.</param>
    public sealed record Found(JsonNode Value, string Phrase) : SlotReading;

    /// <summary>Nothing about it.</summary>
    public sealed record Absent : SlotReading;

    /// <summary>Something that fits more than one value, or none.</summary>
    /// <param name="Question">What to ask the customer.</param>
    public sealed record Unclear(string Question) : SlotReading;
}

/// <summary>Reads one typed value out of a request and uses the words that it understood.</summary>
public abstract class SlotReader
{
    public abstract SlotReading Read(SlotInput input);
}
