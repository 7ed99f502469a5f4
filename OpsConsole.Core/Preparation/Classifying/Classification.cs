namespace OpsConsole.Core.Preparation.Classifying;

/// <summary>What a message most likely is.</summary>
/// <param name="Confidence">How sure, from 0 to 1, as measured on messages held back while learning. No measure of risk.</param>
/// <param name="Evidence">The words that spoke most for it.</param>
public sealed record Classification(string CaseType, double Confidence, IReadOnlyList<string> Evidence, IReadOnlyList<(string CaseType, double Probability)> All);
