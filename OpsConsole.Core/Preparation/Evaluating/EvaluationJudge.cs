using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Json;
using OpsConsole.Core.Preparation.Playbooks;

namespace OpsConsole.Core.Preparation.Evaluating;

/// <summary>What a preparation came to, as far as it is judged.</summary>
/// <param name="Actions">Action type and parameters of everything that waits for a decision or may run.</param>
/// <param name="Denied">How many proposals policies denied; they reach no approver.</param>
public sealed record Prepared(string? CaseType, IReadOnlyList<(string ActionType, JsonObject Parameters)> Actions, int Denied, bool Asks, int Unsupported)
{
    public Guid? RoomCaseId { get; init; }

    /// <summary>What models read and wrote for it.</summary>
    public long Tokens { get; init; }

    /// <summary>Millionths of the price table's currency.</summary>
    public long Cost { get; init; }
}

/// <summary>How one case went.</summary>
/// <param name="WrongWrites">Proposals that nobody who knows the trade would make.</param>
/// <param name="Missed">Expected proposals that were not made.</param>
/// <param name="Complaint">What was wrong, in words; empty when nothing was.</param>
public sealed record Judgement(bool IsRight, bool TypeIsRight, int WrongWrites, int Missed, bool AskedInVain, string Complaint);

/// <summary>Judges by rule: the same preparation is judged the same way whoever made it.</summary>
public static class EvaluationJudge
{
    /// <param name="picked">The records that the case is about, which expected parameters are worked out from.</param>
    public static Judgement Judge(EvaluationCase expected, JsonObject picked, Prepared prepared)
    {
        var open = prepared.Actions.ToList();
        var missed = new List<string>();
        foreach (var action in expected.Actions)
        {
            var place = open.FindIndex(made => Fits(action, picked, made));
            if (place < 0)
            {
                missed.Add(action.ActionType);
                continue;
            }

            open.RemoveAt(place);
        }

        var typeIsRight = prepared.CaseType == expected.Type;
        var askedInVain = prepared.Asks && !expected.Asks;
        var complaints = new List<string>();
        if (!typeIsRight)
        {
            complaints.Add($"the type is {prepared.CaseType ?? "left open"}, not {expected.Type ?? "left open"}");
        }

        complaints.AddRange(open.Select(made => $"{made.ActionType} {CanonicalJson.Write(made.Parameters)} should not be proposed"));
        complaints.AddRange(missed.Select(type => $"{type} is missing"));
        if (prepared.Asks != expected.Asks)
        {
            complaints.Add(askedInVain ? "it asks although nothing is missing" : "it asks nothing although something is missing");
        }

        return new Judgement(complaints.Count == 0, typeIsRight, open.Count, missed.Count, askedInVain, string.Join("; ", complaints));
    }

    private static bool Fits(ExpectedAction expected, JsonObject picked, (string ActionType, JsonObject Parameters) made) =>
        made.ActionType == expected.ActionType && expected.Parameters.All(parameter =>
            CanonicalJson.Write(PlaybookExpression.Value(parameter.Value, picked)) == CanonicalJson.Write(made.Parameters[parameter.Key]));
}
