namespace OpsConsole.Core.Identity;

/// <summary>Whether this is a demo workspace, whose accounts need no password. Bound to the section <c>Demo</c>.</summary>
public sealed class DemoOptions
{
    public bool Enabled { get; set; }
}
