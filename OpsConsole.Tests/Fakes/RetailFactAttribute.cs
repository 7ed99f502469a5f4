namespace OpsConsole.Tests.Fakes;

/// <summary>A fact that needs the shared retail system; skipped, saying so, where it is absent.</summary>
public sealed class RetailFactAttribute : FactAttribute
{
    public RetailFactAttribute() => Skip = RetailDesk.Missing;
}
