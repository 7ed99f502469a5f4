using OpsConsole.Core.Connectors;

namespace OpsConsole.Actions;

/// <summary>A reversibility class as a card says it, and as the question before approving explains it.</summary>
public static class ReversibilityWords
{
    public static string Short(ReversibilityClass reversibility) => reversibility switch
    {
        ReversibilityClass.ReadOnly => "Read-only",
        ReversibilityClass.Reversible => "Reversible",
        ReversibilityClass.ReversibleByOtherSide => "Reversible there",
        ReversibilityClass.Irreversible => "Irreversible",
    };

    public static string Sentence(ReversibilityClass reversibility) => reversibility switch
    {
        ReversibilityClass.ReadOnly => "It changes nothing.",
        ReversibilityClass.Reversible => "It can be undone from here.",
        ReversibilityClass.ReversibleByOtherSide => "Only the other side can undo it.",
        ReversibilityClass.Irreversible => "It cannot be taken back.",
    };
}
