using System.Globalization;
using OpsConsole.Controls;
using OpsConsole.Core.Actions;
using OpsConsole.Core.Connectors;
using Proving = OpsConsole.Core.Actions.Proving.Origin;

namespace OpsConsole.Actions;

/// <summary>What a card shows of an action, in the shapes of the controls.</summary>
public static class ActionLook
{
    private const string FactPrefix = "fact:";

    public static StatusLook Look(this ActionView view) => StatusLook.Of(view.Action.State, view.Verdict);

    /// <summary>Nobody has decided, or the rules have; the contract is what matters.</summary>
    public static bool IsOpen(this ActionView view) => view.Action.State is ActionState.AwaitingApproval or ActionState.Denied or ActionState.Expired;

    /// <summary>On its way, or nobody knows; what happens is what matters.</summary>
    public static bool IsUnderWay(this ActionView view) =>
        view.Action.State is ActionState.Queued or ActionState.Running or ActionState.Retrying or ActionState.Unknown or ActionState.Acknowledged;

    public static ReversibilityClass Reversibility(this ActionView view) => view.Type?.Reversibility ?? ReversibilityClass.Irreversible;

    public static string System(this ActionView view) => view.Type?.System ?? view.Action.ActionTypeId.Split('.')[0];

    public static IReadOnlyList<DiffLine> PreviewLines(this ActionView view) => [.. view.Preview.Select(row => new DiffLine(row.Label, row.Now, row.After))];

    public static IReadOnlyList<DiffLine> ChangedLines(this ActionView view) => [.. view.Changed.Select(row => new DiffLine(row.Label, row.Was, row.Now))];

    public static IReadOnlyList<Touch> Touches(this ActionView view) => [.. view.Targets.Select(target => RecordLook.Touch(target.Record))];

    /// <summary>The facts that parameters stand on.</summary>
    public static IReadOnlyList<int> Evidence(this ActionView view) => [.. view.Parameters.Select(Fact).OfType<int>().Distinct().Order()];

    /// <summary>The fact that a parameter stands on, if it does.</summary>
    public static int? Fact(ParameterView parameter) =>
        parameter.From.StartsWith(FactPrefix, StringComparison.Ordinal)
        && int.TryParse(parameter.From.AsSpan(FactPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Where a parameter comes from, in words. Old proposals still say <c>message</c> and <c>playbook</c>.</summary>
    public static string Origin(ParameterView parameter)
    {
        var said = parameter.From switch
        {
            Proving.CustomerText or "message" => "customer's words",
            Proving.Person => "by a person",
            Proving.Rule or "playbook" => "by a rule",
            Proving.Record => "by a record",
            Proving.Model => "model only",
            Proving.Proposer => "proposer only",
            var from when from.StartsWith(FactPrefix, StringComparison.Ordinal) => "fact",
            var from => from,
        };
        return said;
    }

    /// <summary>What is quoted with it; null when nothing is.</summary>
    public static string? Phrase(ParameterView parameter) => parameter.Phrase?.Trim('"') is { Length: > 0 } phrase ? $"“{phrase}”" : null;
}
