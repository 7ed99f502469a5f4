using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.AI;

namespace OpsConsole.Core.Preparation.Modelling;

/// <summary>Something that a model is given to read, and what it is.</summary>
/// <param name="Kind">In our words, such as <c>fact list</c>; never anything of a stranger's.</param>
public sealed record DataPart(string Kind, string Text);

/// <summary>
/// The channel in which everything travels that others have written: a message of its own for each piece, between lines with a marker that
/// is drawn anew for each question. A text cannot end its own channel, because it cannot know the marker, and because what looks like a
/// marker or a role in it is written in other signs. What does not show on screen does not reach a model either.
/// </summary>
public sealed class DataChannel
{
    private const int MostCharacters = 16_000;
    private const int MarkerLength = 20;

    /// <summary>Letters only, and no vowels: with digits in it a marker could look like somebody's account or number, and would be veiled.</summary>
    private const string MarkerLetters = "bcdfghjklmnpqrstvwxz";

    private static readonly (string Sign, string Instead)[] Signs = [("<<<", "‹‹‹"), (">>>", "›››"), ("<|", "‹|"), ("|>", "|›"), ("[INST]", "[ INST ]"), ("[/INST]", "[ /INST ]"), ("```", "'''")];

    public string Marker { get; } = RandomNumberGenerator.GetString(MarkerLetters, MarkerLength);

    public ChatMessage Wrap(DataPart part) =>
        new(ChatRole.User, $"<<<DATA {Marker} {part.Kind}>>>\n{Neutral(part.Text)}\n<<<END {Marker}>>>");

    private string Neutral(string text) => Plain(text).Replace(Marker, "", StringComparison.OrdinalIgnoreCase);

    /// <summary>The text without invisible signs, and with no sign that a channel or a role is made of.</summary>
    public static string Plain(string text)
    {
        var shown = new StringBuilder(Math.Min(text.Length, MostCharacters));
        foreach (var rune in text.EnumerateRunes())
        {
            if (shown.Length >= MostCharacters)
            {
                shown.Append("\n(the rest is left out)");
                break;
            }

            if (rune.Value is '\n' or '\t' || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned))
            {
                shown.Append(rune.ToString());
            }
        }

        return Signs.Aggregate(shown.ToString(), (clean, sign) => clean.Replace(sign.Sign, sign.Instead, StringComparison.OrdinalIgnoreCase));
    }
}
