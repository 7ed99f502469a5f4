using OpsConsole.Core.Actions;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Models.Recording;

namespace OpsConsole.Bench.Behaving;

/// <summary>What became of a case, and what was asked about it.</summary>
internal sealed record WholeCase(Case Case, IReadOnlyList<ProposedAction> Actions, IReadOnlyList<ModelExchange> Exchanges, long Tokens)
{
    public const string NotUsed = "could not be used";

    /// <summary>Longer than all time-outs and repetitions of one stage, far below what a preparation may take.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    /// <summary>The playbooks' proposals to the letter.</summary>
    public string OfPlaybooks => string.Join('\n', Actions.Where(action => action.ProposedBy != Actor.Model.Id).Select(action => $"{action.ActionTypeId} {action.ParametersJson} {action.Title} {action.State}"));

    /// <summary>What is wrong with it, whatever the model did; nothing when all is well.</summary>
    /// <param name="without">The same message to the same console without a model.</param>
    public IEnumerable<string> Faults(WholeCase without, TimeSpan took, long mostTokens)
    {
        if (Case.Stage != CaseStage.Decide || Case.PrepareOwner is not null || Case.PrepareLeaseUntil is not null || Case.PrepareAt is not null)
        {
            yield return $"it ended in the stage {Case.Stage}{(Case.PrepareOwner is null ? "" : " with its lease")}";
        }

        if (Case.Summary.Length == 0 || Case.Draft.Length == 0)
        {
            yield return "it has no summary or no draft";
        }

        if (OfPlaybooks != without.OfPlaybooks)
        {
            yield return $"the playbooks proposed {OfPlaybooks} and not {without.OfPlaybooks}";
        }

        if (took > Longest)
        {
            yield return $"it took {took.TotalSeconds:0.0} seconds";
        }

        if (Tokens > mostTokens)
        {
            yield return $"{Tokens} tokens were used of {mostTokens}";
        }

        if (Exchanges.Any(exchange => exchange.Outcome == ExchangeOutcome.Sent))
        {
            yield return "an exchange was left without an end";
        }
    }

    /// <summary>What differs from the same case without a model although no answer could be used.</summary>
    public IEnumerable<string> Differences(WholeCase without)
    {
        var pairs = new[]
        {
            ("type", Case.CaseTypeId, without.Case.CaseTypeId), ("summary", Case.Summary, without.Case.Summary), ("draft", Case.Draft, without.Case.Draft),
            ("questions", Case.Missing, without.Case.Missing), ("models", Case.PreparedWith, ""), ("actions", $"{Actions.Count}", $"{without.Actions.Count}"),
        };
        return pairs.Where(pair => pair.Item2 != pair.Item3).Select(pair => $"{pair.Item1}: “{pair.Item2}” and not “{pair.Item3}”");
    }

    /// <summary>Whether the last try of a stage's question could be used; null when it was not asked.</summary>
    public bool? IsAnswered(string prompt) => Exchanges.LastOrDefault(exchange => exchange.Prompt == prompt) is { } last ? last.Outcome == ExchangeOutcome.Answered : null;
}
