using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpsConsole.Core.Preparation.Verifying;

/// <summary>A word of a sentence that the evidence does not bear out.</summary>
/// <param name="Start">Where it begins in the whole text.</param>
/// <param name="Verdict">Unsupported or contradicted.</param>
/// <param name="Reason">A sentence for the person who reads it.</param>
/// <param name="Fact">The fact that says otherwise.</param>
public sealed record CheckedProblem(int Start, int End, string Word, SentenceVerdict Verdict, string Reason, int? Fact);

/// <summary>One sentence of a text with what the evidence says to it.</summary>
/// <param name="Cites">The facts that it cites and those that were found to bear it out.</param>
public sealed record CheckedSentence(int Start, int End, SentenceVerdict Verdict, IReadOnlyList<int> Cites, IReadOnlyList<CheckedProblem> Problems);

/// <summary>A text that was held against the evidence, sentence by sentence. Nothing of it is left out.</summary>
public sealed record CheckedText(IReadOnlyList<CheckedSentence> Sentences)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) } };

    public static readonly CheckedText Empty = new([]);

    [JsonIgnore]
    public IEnumerable<CheckedProblem> Problems => Sentences.SelectMany(sentence => sentence.Problems);

    public int Count(SentenceVerdict verdict) => Sentences.Count(sentence => sentence.Verdict == verdict);

    public string ToJson() => JsonSerializer.Serialize(this, Format);

    /// <summary>Empty for an empty or unreadable text.</summary>
    public static CheckedText FromJson(string json)
    {
        try
        {
            return json.Length == 0 ? Empty : JsonSerializer.Deserialize<CheckedText>(json, Format) ?? Empty;
        }
        catch (JsonException)
        {
            return Empty;
        }
    }
}
