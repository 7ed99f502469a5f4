using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Foundation.Dmn.Evaluating;

/// <summary>Scopes that know no variable.</summary>
internal static class Scopes
{
    public static FeelScope Empty(FeelRun run) => FeelScope.Root(run, new FeelValue.Context(FeelMembers.Of(Enumerable.Empty<KeyValuePair<string, FeelValue>>())));
}
