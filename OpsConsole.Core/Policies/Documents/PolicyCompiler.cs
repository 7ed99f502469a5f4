using System.Text.RegularExpressions;
using OpsConsole.Core.Foundation.Feel;

namespace OpsConsole.Core.Policies.Documents;

/// <summary>
/// Makes a <see cref="Policy"/> of a document, or says everything that is wrong with it and where. Pure: it knows no storage, so
/// whether an action type or a case type exists is asked elsewhere.
/// </summary>
public static partial class PolicyCompiler
{
    /// <summary>Bounds that keep a policy readable and a decision short.</summary>
    public const int MostRules = 20_000;

    public const int MostInputs = 100;

    public const int MostTests = 1_000;

    /// <summary>Characters of a title, an owner, a source and of each name.</summary>
    public const int LongestName = 200;

    /// <summary>The policy; null when there are faults, of which all are told at once.</summary>
    public static Policy? Compile(PolicyDocument document, int version, out IReadOnlyList<PolicyFault> faults) =>
        Compile(document, version, digest: null, out faults);

    /// <param name="digest">The digest of the text that the document was read from; null for that of its canonical text.</param>
    internal static Policy? Compile(PolicyDocument document, int version, string? digest, out IReadOnlyList<PolicyFault> faults)
    {
        var found = new List<PolicyFault>();
        faults = found;
        CheckHeader(document, found);
        CheckSizes(document, found);
        if (found.Any(fault => fault.Place is PolicyPlace.Header { Field: "inputs" or "rules" or "tests" }))
        {
            return null;
        }

        var model = PolicyModel.Read(document, found);
        var inputs = InputCompiler.Columns(document, model, found);
        var rules = RuleCompiler.Rows(document, found);
        TestFaults.Find(document, found);
        return found.Count > 0 ? null : new Policy(
            document.Id,
            version,
            document.Title,
            document.Owner,
            document.Source,
            document.ActionTypes,
            inputs,
            rules,
            digest ?? PolicyReader.Digest(PolicyYaml.Write(document)))
        {
            CaseTypes = document.CaseTypes,
            From = document.From,
            Until = document.Until,
            Model = model,
            Document = document,
        };
    }

    /// <summary>Tells that a needed text is missing or too long.</summary>
    internal static void Name(string text, string what, PolicyPlace place, List<PolicyFault> found)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            found.Add(new PolicyFault(place, $"The {what} is missing."));
        }
        else if (text.Length > LongestName)
        {
            found.Add(new PolicyFault(place, $"The {what} has {text.Length} characters; {LongestName} is the most."));
        }
    }

    internal static PolicyFault Feel(PolicyPlace place, string what, FeelError error) =>
        new(place, $"This {what} cannot be read: {error.Message}.", error.Position);

    private static void CheckHeader(PolicyDocument document, List<PolicyFault> found)
    {
        if (!Id().IsMatch(document.Id))
        {
            found.Add(new PolicyFault(
                new PolicyPlace.Header("id"), document.Id.Length == 0 ? "The id is missing." : "The id is made of letters, digits, '-', '_' and '.', 64 at the most, and begins with a letter or digit."));
        }

        Name(document.Title, "title", new PolicyPlace.Header("title"), found);
        Name(document.Owner, "owner", new PolicyPlace.Header("owner"), found);
        Name(document.Source, "source", new PolicyPlace.Header("source"), found);
        if (document.ActionTypes.Count == 0 || document.ActionTypes.Any(string.IsNullOrWhiteSpace))
        {
            found.Add(new PolicyFault(new PolicyPlace.Header("governs"), "It must say which action types it governs: a list of ids, or * for all."));
        }

        if (document.CaseTypes.Any(string.IsNullOrWhiteSpace))
        {
            found.Add(new PolicyFault(new PolicyPlace.Header("case-types"), "A case type has no name."));
        }

        if (document.From > document.Until)
        {
            found.Add(new PolicyFault(new PolicyPlace.Header("until"), "The last day is before the first."));
        }
    }

    private static void CheckSizes(PolicyDocument document, List<PolicyFault> found)
    {
        if (document.Rules.Count is 0 or > MostRules)
        {
            found.Add(new PolicyFault(new PolicyPlace.Header("rules"), document.Rules.Count == 0 ? "It has no rule." : $"It has {document.Rules.Count} rules; {MostRules} is the most."));
        }

        if (document.Inputs.Count > MostInputs || document.Given.Count > MostInputs)
        {
            found.Add(new PolicyFault(new PolicyPlace.Header("inputs"), $"It has more than {MostInputs} inputs."));
        }

        if (document.Tests.Count > MostTests)
        {
            found.Add(new PolicyFault(new PolicyPlace.Header("tests"), $"It has more than {MostTests} tests."));
        }
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
