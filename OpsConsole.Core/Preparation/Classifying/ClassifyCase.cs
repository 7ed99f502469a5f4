using OpsConsole.Core.Preparation.Playbooks;
using OpsConsole.Core.Preparation.Understanding;

namespace OpsConsole.Core.Preparation.Classifying;

/// <summary>The case type of a message, or the fact that a person is to pick it.</summary>
/// <param name="CaseType">Null when nothing was sure enough.</param>
/// <param name="Evidence">Words of the message that spoke for it.</param>
public sealed record TypeChoice(string? CaseType, double Confidence, IReadOnlyList<string> Evidence, Classification? Classifier)
{
    /// <summary>What playbooks recognised, by their names.</summary>
    public IReadOnlyList<string> Requests { get; init; } = [];

    /// <summary>What people call the type; null where it is not known.</summary>
    public string? Name { get; init; }
}

/// <summary>Decides the case type from the requests that playbooks recognise and from the classifier in force.</summary>
public static class ClassifyCase
{
    /// <summary>Below this a person picks, unless it was measured how sure is sure enough: a guess sends the case to the wrong people with the wrong clock.</summary>
    public const double Sure = 0.6;

    public static TypeChoice Choose(PackPlaybooks pack, ClassifierInForce inForce, MessageReading message, string text)
    {
        var guess = inForce.Classifier?.Classify(text);
        var types = message.Requests.Select(request => request.Playbook.CaseType).Distinct(StringComparer.Ordinal).ToList();
        var cues = message.Requests.Select(request => request.Playbook.Name).Distinct(StringComparer.Ordinal).ToList();
        switch (types.Count)
        {
            // A type that the pack no longer has is nobody's to handle.
            case 0:
                return guess is null || guess.Confidence < inForce.Sure || !pack.CaseTypes.Contains(guess.CaseType)
                    ? new TypeChoice(null, guess?.Confidence ?? 0, guess?.Evidence ?? [], guess)
                    : new TypeChoice(guess.CaseType, guess.Confidence, guess.Evidence, guess);
            case 1:
                return new TypeChoice(types[0], Beside(guess, types), guess?.CaseType == types[0] ? guess.Evidence : [], guess) { Requests = cues };
            default:
                return new TypeChoice(pack.MixedType, Beside(guess, [.. types, pack.MixedType]), [], guess) { Requests = cues };
        }
    }

    /// <summary>A cue of a playbook and the classifier are two witnesses: the cue counts half, and the classifier's share of the same types the rest.</summary>
    private static double Beside(Classification? guess, IReadOnlyList<string> types) =>
        guess is null ? 0.75 : Math.Min(0.99, (1 + guess.All.Where(pair => types.Contains(pair.CaseType)).Sum(pair => pair.Probability)) / 2);
}

/// <summary>The classifier that is asked now.</summary>
/// <param name="Classifier">Null when the pack has no examples and nothing was learnt.</param>
/// <param name="Sure">From which confidence on its answer stands without a person.</param>
/// <param name="Version">The stored version; null for the pack's own examples.</param>
public sealed record ClassifierInForce(CaseTypeClassifier? Classifier, double Sure, int? Version);
