namespace OpsConsole.Policies.Drafting;

/// <summary>The dialog that stands above a draft.</summary>
public abstract record Overlay
{
    private Overlay()
    {
    }

    /// <summary>A row as a form.</summary>
    public sealed record Rule(int Row) : Overlay;

    /// <summary>A column as a form; -1 for a new one.</summary>
    public sealed record Input(int At) : Overlay;

    /// <summary>What the policy is apart from its table.</summary>
    public sealed record Document : Overlay;

    /// <summary>A test as a form; -1 for a new one.</summary>
    public sealed record Test(int At) : Overlay;

    /// <summary>The question before it goes to a second person.</summary>
    public sealed record Submit : Overlay;

    /// <summary>The question before it is given up.</summary>
    public sealed record Discard : Overlay;
}
