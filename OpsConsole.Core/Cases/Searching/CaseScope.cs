namespace OpsConsole.Core.Cases.Searching;

/// <summary>Open cases, resolved ones, or both.</summary>
public enum CaseScope
{
    /// <summary>Cases that still need something; listed in any order.</summary>
    Open,

    /// <summary>Resolved cases, the last resolved first whatever order was asked for.</summary>
    Resolved,

    /// <summary>All of them, the newest first whatever order was asked for.</summary>
    All,
}
