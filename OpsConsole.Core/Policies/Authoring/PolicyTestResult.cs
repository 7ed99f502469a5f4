using OpsConsole.Core.Policies.Documents;

namespace OpsConsole.Core.Policies.Authoring;

/// <summary>What a policy said to one of its tests.</summary>
/// <param name="Index">The test's place in the document, from 0.</param>
/// <param name="Got">The verdict of this policy alone.</param>
/// <param name="Problem">One sentence: what was expected and what came; null when the test passes.</param>
public sealed record PolicyTestResult(int Index, PolicyTest Test, PolicyVerdict Got, string? Problem)
{
    public bool Passes => Problem is null;
}
