namespace OpsConsole.Core.Cases.Searching;

/// <summary>The column that a list is walked along; numbers break ties.</summary>
internal enum CaseSortKey
{
    /// <summary>The urgent moment.</summary>
    Urgent,

    /// <summary>The due time, none counting as the latest.</summary>
    Due,

    /// <summary>When it came in.</summary>
    Opened,

    /// <summary>When it was resolved.</summary>
    Resolved,

    /// <summary>The number itself.</summary>
    Number,
}
