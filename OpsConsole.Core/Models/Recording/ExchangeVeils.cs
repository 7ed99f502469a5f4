using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.DataProtection;

namespace OpsConsole.Core.Models.Recording;

/// <summary>Keeps what placeholders stand for, encrypted, so that the texts of exchanges hold nobody's data and can still be read by who may.</summary>
internal sealed class ExchangeVeils(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("OpsConsole.Models.Veil");

    /// <summary>Null when nothing was hidden in the texts.</summary>
    public string? Protect(Veil veil, params IEnumerable<string> texts) =>
        veil.MappingOf(texts) is { Count: > 0 } mapping ? _protector.Protect(mapping.ToJsonString()) : null;

    /// <summary>A veil that puts back; null when there is nothing to put back, or when the keys are gone.</summary>
    public Veil? Open(string? kept)
    {
        try
        {
            return kept is not null && JsonNode.Parse(_protector.Unprotect(kept)) is JsonObject mapping ? Veil.From(mapping) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
