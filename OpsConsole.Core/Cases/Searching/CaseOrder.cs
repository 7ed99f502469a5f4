namespace OpsConsole.Core.Cases.Searching;

/// <summary>In which order a list of open cases stands. Equal ones stand in the order of their numbers.</summary>
public enum CaseOrder
{
    /// <summary>Most urgent first: time left and money at stake.</summary>
    Priority,

    /// <summary>Soonest due first; cases without a due time last.</summary>
    Due,

    /// <summary>Longest waiting first.</summary>
    Oldest,

    /// <summary>Last come first.</summary>
    Newest,
}
