namespace OpsConsole.Core.Models;

/// <summary>How a provider wants to be spoken with.</summary>
public enum ProviderKind
{
    /// <summary>OpenAI itself: chat completions with a bearer key.</summary>
    OpenAi,

    /// <summary>Azure OpenAI: a path for each deployment, a version in the query, the key in a header of its own.</summary>
    Azure,

    /// <summary>Another server with the same paths: vLLM, Ollama, LM Studio, a gateway. A key is optional.</summary>
    Compatible,
}

/// <summary>Somebody who answers questions, with all that is needed to ask but the key.</summary>
public sealed class ModelProvider
{
    /// <summary>Stands in exchanges, allowances and the log; it does not change.</summary>
    public required string Name { get; init; }

    public ProviderKind Kind { get; set; } = ProviderKind.OpenAi;

    /// <summary>Such as <c>https://api.openai.com/v1</c>; for Azure the resource, without a path.</summary>
    public string BaseUrl { get; set; } = "https://api.openai.com/v1";

    /// <summary>Azure's version in the query; empty for others.</summary>
    public string ApiVersion { get; set; } = "";

    /// <summary>The model for <see cref="ModelRole.Fast"/>; null when it does not serve that role. For Azure the name of the deployment.</summary>
    public string? FastModel { get; set; }

    /// <summary>The model for <see cref="ModelRole.Careful"/>; null when it does not serve that role.</summary>
    public string? CarefulModel { get; set; }

    /// <summary>Lower ones are asked first; the next is asked when one gives no answer.</summary>
    public int Position { get; set; }

    /// <summary>Where it computes, such as <c>eu</c>; allowances name it.</summary>
    public string Region { get; set; } = "";

    public int ConnectSeconds { get; set; } = 5;

    /// <summary>Until the answer begins.</summary>
    public int FirstTokenSeconds { get; set; } = 20;

    /// <summary>Until it has ended.</summary>
    public int WholeSeconds { get; set; } = 60;

    /// <summary>A longer answer is broken off.</summary>
    public int MostAnswerBytes { get; set; } = 256 * 1024;

    /// <summary>Millionths of the currency for a million tokens that are sent.</summary>
    public long InputPrice { get; set; }

    /// <summary>Millionths of the currency for a million tokens that are answered.</summary>
    public long OutputPrice { get; set; }

    public bool IsOn { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    public string ChangedBy { get; set; } = "";

    /// <summary>Grows with every change, that of the key included; a client in memory is made anew when it has.</summary>
    public int Version { get; set; }

    public string? ModelFor(ModelRole role) => role == ModelRole.Fast ? FastModel : CarefulModel;

    /// <summary>In millionths of the currency, rounded up.</summary>
    public long CostOf(long inputTokens, long outputTokens) =>
        (long)Math.Ceiling((inputTokens * (decimal)InputPrice + outputTokens * (decimal)OutputPrice) / 1_000_000m);
}
