namespace OpsConsole.Core.Connectors.OpenApi;

/// <summary>No connection was made, so that nothing can have been sent; its message says why.</summary>
internal sealed class NotReachedException(string message, Exception? inner = null) : IOException(message, inner);
