using OpsConsole.Core.Actions;

namespace OpsConsole.Core.Preparation.Suggesting;

/// <summary>Suggestions in words.</summary>
public static class SuggestionText
{
    public static string Reason(string code) => code switch
    {
        RejectionReason.WrongFacts => "the facts were wrong",
        RejectionReason.WrongAction => "it was the wrong action",
        RejectionReason.WrongAmount => "the amount was wrong",
        RejectionReason.Policy => "it was against policy",
        RejectionReason.CustomerChangedMind => "the customer had changed their mind",
        _ => "of another reason",
    };

    internal static string Sentence(SuggestionKind kind, string action, FoundCondition found, string reason)
    {
        var evidence = $"{found.Hits} of {found.Met} such proposals were overruled because {Reason(reason)}.";
        return kind == SuggestionKind.Playbook
            ? $"Ask before proposing “{action}” where {found.Words}: {evidence}"
            : $"Let policies {(IsDenial(found) ? "deny" : "send to a supervisor")} “{action}” where {found.Words}: {evidence}";
    }

    /// <summary>What a case says in the place of the proposal.</summary>
    internal static string Question(string action, IReadOnlyList<FieldTest> tests) =>
        $"“{action}” is not proposed where {string.Join(" and ", tests.Select(test => test.Words))}; people rejected it there. What is to be done?";

    /// <summary>Nearly always overruled: there is nothing left for a person to weigh.</summary>
    internal static bool IsDenial(FoundCondition found) => found.Purity >= 0.9;
}
