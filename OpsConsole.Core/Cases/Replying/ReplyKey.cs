using System.Security.Cryptography;
using System.Text;

namespace OpsConsole.Core.Cases.Replying;

/// <summary>
/// The key under which a reply is sent once: the same text to the same address after the same message. Two windows, a second click and a
/// click repeated after a lost connection all come to the same key.
/// </summary>
public static class ReplyKey
{
    public static Guid Of(Guid caseId, SeenThread seen, string channel, string to, string text) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{caseId}\n{seen.Messages} {seen.Newest}\n{channel}\n{to}\n{text}")).AsSpan(0, 16));
}
