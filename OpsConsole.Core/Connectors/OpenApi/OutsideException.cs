namespace OpsConsole.Core.Connectors.OpenApi;

/// <summary>No answer came, or none that can be read. It does not carry the failure itself, whose words are the other side's.</summary>
internal sealed class OutsideException(string message, bool isBeforeSending) : Exception(message)
{
    /// <summary>Whether the request can certainly not have been sent.</summary>
    public bool IsBeforeSending => isBeforeSending;
}
