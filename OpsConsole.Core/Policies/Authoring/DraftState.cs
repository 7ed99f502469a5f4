namespace OpsConsole.Core.Policies.Authoring;

/// <summary>Where a draft stands on its way into force.</summary>
public enum DraftState
{
    /// <summary>It is being written; it may be as faulty as it likes.</summary>
    Working,

    /// <summary>Its text is frozen, and a second person is to look at it.</summary>
    InReview,

    /// <summary>It has become a version; nothing changes any more.</summary>
    Published,

    /// <summary>It was given up; nothing changes any more.</summary>
    Discarded,
}
