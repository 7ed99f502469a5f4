namespace OpsConsole.Core.Models.Configuring;

/// <summary>All that is configured about models, at one moment.</summary>
/// <param name="Keys">The encrypted keys by provider.</param>
internal sealed record ModelSetup(
    IReadOnlyList<ModelProvider> Providers, IReadOnlyDictionary<string, ModelKey> Keys, IReadOnlyDictionary<string, ModelAllowance> Allowances, ModelLimits Limits)
{
    /// <summary>A case whose type is not known yet could be of any, so that it may go only where all may.</summary>
    public bool Allows(ModelProvider provider, string? caseType) => caseType is null
        ? Allowances.Values.All(allowance => allowance.Allows(provider))
        : !Allowances.TryGetValue(caseType, out var named) || named.Allows(provider);
}
