namespace OpsConsole.Core.Preparation.Classifying;

/// <summary>What a classifier said about a case whose type is known and that it had not learnt from.</summary>
public sealed record JudgedExample(string CaseType, string Said, double Confidence)
{
    public bool IsRight => CaseType == Said;
}
