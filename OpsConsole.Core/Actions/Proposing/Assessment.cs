using System.Text.Json.Nodes;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Policies;

namespace OpsConsole.Core.Actions.Proposing;

/// <summary>What a person sees will change.</summary>
public sealed record PreviewRow(string Label, string Now, string After);

/// <summary>All that is known of an action at one moment: what it would do to what, and what policies say to it.</summary>
/// <param name="Parameters">As they were checked, in canonical form.</param>
/// <param name="Provenance">For each parameter where it comes from, as verified; see <see cref="Proving.Origin"/>.</param>
/// <param name="Context">What was read for it.</param>
/// <param name="Material">The facts by name that a decision relies on.</param>
/// <param name="Amount">Hundredths of <paramref name="Currency"/>.</param>
/// <param name="Input">What criteria and policies saw; it is recorded with the decision, so that it can be judged again.</param>
/// <param name="PolicyVersions">The policies that were evaluated, by name; empty when they are not known.</param>
/// <param name="Barred">Why the action type itself forbids it, whatever policies say; null when it does not.</param>
public sealed record Assessment(
    ActionType Type,
    JsonObject Parameters,
    JsonObject Provenance,
    ActionContext Context,
    JsonObject Material,
    IReadOnlyList<PreviewRow> Preview,
    PolicyVerdict Verdict,
    string Title,
    long Amount,
    string? Currency,
    JsonObject Input,
    string PolicyVersions,
    string? Barred);

/// <summary>How an assessment ended.</summary>
public abstract record AssessOutcome
{
    private AssessOutcome()
    {
    }

    public sealed record Assessed(Assessment Found) : AssessOutcome;

    /// <summary>It cannot be an action: unknown type, wrong parameters, a record that is not there.</summary>
    public sealed record Unusable(IReadOnlyList<string> Problems) : AssessOutcome;

    /// <summary>A system did not let us read what the action relies on; later it may.</summary>
    public sealed record Unreadable(string Reason) : AssessOutcome;
}
