namespace OpsConsole.Policies.Editing;

/// <summary>How a row stands to the version in force.</summary>
public enum RowMark
{
    /// <summary>As it is there, or nothing is in force.</summary>
    Same,

    /// <summary>Something in it differs.</summary>
    Changed,

    /// <summary>It is not there.</summary>
    New,
}
