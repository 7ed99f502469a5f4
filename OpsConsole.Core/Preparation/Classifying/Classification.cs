namespace OpsConsole.Core.Preparation.Classifying;

/// <summary>What a message most likely is.</summary>
/// <param name="Confidence">How sure, from 0 to 1, as measured on messages held back while learning. No measure of risk.</param>
/// <param name="Evidence">The words that spoke most for it, as they stand in the text.</param>
/// <param name="All">Every type with its probability, the likeliest first; together they make 1.</param>
/// <param name="Several">The types that it is about when it can be about several: each was judged for itself.</param>
public sealed record Classification(
    string CaseType, double Confidence, IReadOnlyList<string> Evidence, IReadOnlyList<(string CaseType, double Probability)> All, IReadOnlyList<string> Several);
