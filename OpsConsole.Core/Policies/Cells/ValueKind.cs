namespace OpsConsole.Core.Policies.Cells;

/// <summary>Values that have an order among themselves. With and without a zone are two kinds, because there is no order between them.</summary>
internal enum ValueKind
{
    /// <summary>The one value null.</summary>
    Null,

    /// <summary>True and false.</summary>
    Boolean,

    /// <summary>Numbers.</summary>
    Number,

    /// <summary>Texts, in the order of their characters' codes.</summary>
    Text,

    /// <summary>Days.</summary>
    Date,

    /// <summary>Dates with a time and no zone.</summary>
    LocalMoment,

    /// <summary>Dates with a time and a zone.</summary>
    ZonedMoment,

    /// <summary>Times of day without a zone.</summary>
    LocalTime,

    /// <summary>Times of day with a zone.</summary>
    ZonedTime,

    /// <summary>Days and times.</summary>
    Duration,

    /// <summary>Years and months.</summary>
    Period,

    /// <summary>Lists; there is no order among them.</summary>
    List,

    /// <summary>Contexts, ranges and functions, which cells seldom ask about.</summary>
    Other,
}
