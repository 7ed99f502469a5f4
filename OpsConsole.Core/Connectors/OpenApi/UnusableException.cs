namespace OpsConsole.Core.Connectors.OpenApi;

/// <summary>Ends the reading of one operation; never leaves the reader, which turns it into an <see cref="UnusableOperation"/>.</summary>
internal sealed class UnusableException(string reason) : Exception(reason);
