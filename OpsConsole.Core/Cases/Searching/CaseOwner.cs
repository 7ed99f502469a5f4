namespace OpsConsole.Core.Cases.Searching;

/// <summary>Whose cases.</summary>
public enum CaseOwner
{
    /// <summary>Whoever holds them, or nobody.</summary>
    Anyone,

    /// <summary>Those that the person who asks holds.</summary>
    Me,

    /// <summary>Those that nobody holds.</summary>
    Nobody,

    /// <summary>One's own and those that are free to take.</summary>
    MeOrNobody,
}
