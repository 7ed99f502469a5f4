using System.Security.Cryptography;
using System.Text;
using OpsConsole.Core.Foundation.Yaml;
using OpsConsole.Core.Policies.Documents;

namespace OpsConsole.Core.Policies;

/// <summary>
/// Reads a policy from YAML, such as
/// <code>
/// id: refunds
/// title: Refunds
/// owner: Customer care
/// source: refunds.md
/// governs: { action-types: [sandbox.refund_payment] }
/// hit: collect
/// inputs:
///   - { name: amount, expression: action.amount }
/// rules:
///   - { id: R1, when: { amount: "> 100" }, verdict: require-approval, approver: supervisor, reason: "{action.amount} is over 100.", cites: refunds.md R1 }
/// tests:
///   - { name: Much, input: { action: { amount: 101 } }, expect: { verdict: require-approval, approver: supervisor, rules: [R1] } }
/// </code>
/// An input that a row does not name may be anything. All faults are told, each with its line.
/// </summary>
public static class PolicyReader
{
    /// <summary>The policy, or null when the text has faults; these are added to <paramref name="errors"/>.</summary>
    public static Policy? Read(string file, string text, int version, List<ConfigError> errors) =>
        PolicyYaml.Read(file, text, errors, out var lines) is { } document ? Compile(file, text, document, lines, version, errors) : null;

    /// <summary>The second half of reading, for whoever needs the document and its lines as well.</summary>
    internal static Policy? Compile(string file, string text, PolicyDocument document, PolicyLines lines, int version, List<ConfigError> errors)
    {
        var policy = PolicyCompiler.Compile(document, version, Digest(text), out var faults);
        errors.AddRange(faults.Select(fault => new ConfigError(file, lines.Of(fault.Place), PolicyFaultText.Of(document, fault))));
        return policy;
    }

    /// <summary>SHA-256 of a policy's text, whatever its line ends.</summary>
    public static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"))));
}
