namespace OpsConsole.Controls;

/// <summary>What a status says at a glance. Colour is the third thing to say it, after shape and word.</summary>
public enum Tone
{
    /// <summary>Nothing to say: a draft, queued, paused.</summary>
    Quiet,

    /// <summary>As wanted: ready, verified, intact.</summary>
    Good,

    /// <summary>Yours to decide, or under way.</summary>
    Info,

    /// <summary>Look twice: a supervisor, a conflict, time running out.</summary>
    Warn,

    /// <summary>Stopped, refused, failed, too late.</summary>
    Bad,

    /// <summary>Nobody knows; neither failed nor running.</summary>
    Unknown,
}
