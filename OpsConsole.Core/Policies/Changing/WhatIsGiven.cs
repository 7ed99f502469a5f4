using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Feel.Values;
using OpsConsole.Core.Policies.Judging;

namespace OpsConsole.Core.Policies.Changing;

/// <summary>
/// Finds out whether policies ask for more because of what nobody can change about a proposal. <see cref="WhatWouldChange"/> leaves that out,
/// since it is no way to another verdict; where it is the only reason, a person is still owed it.
/// </summary>
public static class WhatIsGiven
{
    private const string Provenance = "provenance";
    private const string Untrusted = "untrusted parameters";

    /// <param name="flips">What would change the verdict otherwise.</param>
    /// <returns>Null when the same policies would ask for as much anyway, and where a flip asks for less: then there is a way.</returns>
    public static GivenHold? Find(PolicySet policies, string actionType, JsonObject input, IReadOnlyList<VerdictFlip> flips)
    {
        if (policies.IsEmpty)
        {
            return null;
        }

        var now = Outcome.Of(Demand(policies, actionType, input));
        if (flips.Any(flip => Outcome.Of(flip.Then).IsLessThan(now)))
        {
            return null;
        }

        foreach (var (kind, origins, changed) in Otherwise(input))
        {
            var then = Demand(policies, actionType, changed);
            if (Outcome.Of(then).IsLessThan(now))
            {
                return new GivenHold(kind, origins, then);
            }
        }

        return null;
    }

    private static RuleDemand Demand(PolicySet policies, string actionType, JsonObject input)
    {
        var governing = GoverningTables.Of(policies, actionType, input);
        var members = FeelMembers.Of(input);
        return PolicyEngine.Demand(governing, governing.Read(members), members);
    }

    private static IEnumerable<(GivenKind Kind, IReadOnlyList<GivenOrigin> Origins, JsonObject Input)> Otherwise(JsonObject input)
    {
        var names = (input[Untrusted] as JsonArray ?? []).Select(name => name?.ToString()).OfType<string>().ToList();
        if (names.Count > 0 && input[Provenance] is JsonObject provenance)
        {
            yield return (GivenKind.Origins, [.. names.Select(name => new GivenOrigin(name, provenance[name]?.ToString() ?? "proposer"))], WithFacts(input, names));
        }

        if (input["case"] is JsonObject about && about["scope"] is not null)
        {
            var wider = input.DeepClone().AsObject();
            wider["case"]!["scope"] = null;
            yield return (GivenKind.Scope, [], wider);
        }
    }

    private static JsonObject WithFacts(JsonObject input, List<string> names)
    {
        var changed = input.DeepClone().AsObject();
        changed[Untrusted] = new JsonArray();
        foreach (var name in names)
        {
            changed[Provenance]![name] = "fact";
            changed[$"{Provenance} of {name}"] = "fact";
        }

        return changed;
    }
}
