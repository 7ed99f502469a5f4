namespace OpsConsole.Core.Models;

/// <summary>What the operator of the installation decides about models; the section <c>Models</c>. An admin in the console cannot change it.</summary>
public sealed class ModelOptions
{
    /// <summary>
    /// Hosts, as <c>host</c> or <c>host:port</c>, that may be asked although they are on this machine or in a private network, and that may be
    /// spoken with without encryption, such as <c>localhost:11434</c> for Ollama.
    /// </summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>Whether a provider waits with its work until it was evaluated as it is set up now, with each change anew.</summary>
    public bool RequireEvaluation { get; init; } = true;

    /// <summary>After how many questions without an answer, within two minutes and as many as half of all, a provider is left alone for a while; 0: never, else at least 2.</summary>
    public int FailuresBeforeRest { get; init; } = 3;
}
