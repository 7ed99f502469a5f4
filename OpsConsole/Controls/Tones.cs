namespace OpsConsole.Controls;

/// <summary>The class that sets a tone's four colours for all that stands inside.</summary>
public static class Tones
{
    public static string Class(this Tone tone) => tone switch
    {
        Tone.Quiet => "t-quiet",
        Tone.Good => "t-good",
        Tone.Info => "t-info",
        Tone.Warn => "t-warn",
        Tone.Bad => "t-bad",
        Tone.Unknown => "t-unknown",
    };

    /// <summary>The shape that stands for a tone where nothing more exact is known.</summary>
    public static string NoteGlyph(this Tone tone) => tone switch
    {
        Tone.Quiet => "idle",
        Tone.Good => "ready",
        Tone.Info => "you",
        Tone.Warn => "risk",
        Tone.Bad => "failed",
        Tone.Unknown => "unknown",
    };

    /// <summary>The shape for how full or healthy something is.</summary>
    public static string LevelGlyph(this Tone tone) => tone switch
    {
        Tone.Quiet => "idle",
        Tone.Good => "full",
        Tone.Info or Tone.Warn => "half",
        Tone.Bad => "none",
        Tone.Unknown => "unknown",
    };
}
