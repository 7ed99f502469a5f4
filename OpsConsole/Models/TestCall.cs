using OpsConsole.Core.Models;

namespace OpsConsole.Models;

/// <summary>A test call that is under way or has ended.</summary>
/// <param name="Said">The first answer as far as it has come.</param>
/// <param name="Report">Null while it is under way, or when nothing could be asked.</param>
public sealed record TestCall(string Provider, ModelRole Role, string Said, ProviderReport? Report);
