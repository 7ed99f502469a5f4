using System.Text.Json;
using System.Text.Json.Nodes;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Policies.Documents;

/// <summary>What is wrong with a document's tests before any of them is run.</summary>
internal static class TestFaults
{
    /// <summary>Characters of one test's input.</summary>
    private const int LongestInput = 200_000;

    public static void Find(PolicyDocument document, List<PolicyFault> found)
    {
        var rules = document.Rules.Select(rule => rule.Id).ToHashSet(StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < document.Tests.Count; index++)
        {
            var place = new PolicyPlace.Test(index);
            var test = document.Tests[index];
            PolicyCompiler.Name(test.Name, "name of the test", place, found);
            if (test.Name.Length > 0 && !names.Add(test.Name))
            {
                found.Add(new PolicyFault(place, $"Another test is called '{test.Name}' too."));
            }

            Check(test, place, rules, found);
        }
    }

    /// <summary>The input as an object; null when it is none.</summary>
    public static JsonObject? Input(PolicyTest test)
    {
        try
        {
            return test.InputJson.Length > LongestInput ? null : JsonNode.Parse(test.InputJson) as JsonObject;
        }
        catch (Exception failure) when (failure is JsonException or ArgumentException)
        {
            return null;
        }
    }

    private static void Check(PolicyTest test, PolicyPlace place, HashSet<string> rules, List<PolicyFault> found)
    {
        if (Input(test) is null)
        {
            found.Add(new PolicyFault(place, "The input is no JSON object, such as {\"action\": {\"amount\": 20}}."));
        }

        if (!VerdictText.TryRead(test.Verdict, out _))
        {
            found.Add(new PolicyFault(place, VerdictText.Fault(test.Verdict)));
        }

        if (test.Approver is not ("" or Roles.Agent or Roles.Supervisor))
        {
            found.Add(new PolicyFault(place, $"The approver must be agent or supervisor, not '{test.Approver}'."));
        }

        foreach (var rule in test.Rules.Where(rule => !rules.Contains(rule)))
        {
            found.Add(new PolicyFault(place, $"There is no rule '{rule}'."));
        }
    }
}
