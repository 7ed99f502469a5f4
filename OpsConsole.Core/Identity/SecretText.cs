using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace OpsConsole.Core.Identity;

/// <summary>
/// Keys and codes of 256 random bits. They are long enough that a plain SHA-256 keeps them: there is nothing to guess,
/// so a slow hash would only slow each call.
/// </summary>
public static class SecretText
{
    public const int ShownPrefix = 12;

    public static string New(string kind) => $"{kind}_{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32))}";

    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
