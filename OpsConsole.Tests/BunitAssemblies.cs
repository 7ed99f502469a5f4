using System.Reflection;
using System.Runtime.CompilerServices;
using Bunit;

namespace OpsConsole.Tests;

/// <summary>Hands bunit the AngleSharp.Diffing that exists; see build/bunit.props for why and until when.</summary>
internal static class BunitAssemblies
{
    [ModuleInitializer]
    internal static void Resolve() => AppDomain.CurrentDomain.AssemblyResolve += (_, wanted) =>
        new AssemblyName(wanted.Name).Name == "AngleSharp.Diffing"
            ? Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, "AngleSharp.Diffing.dll"))
            : null;

    /// <summary>What a component is waited for comes at once, unless the machine is busy; bunit's own second is then too short.</summary>
    [ModuleInitializer]
    internal static void Wait() => BunitContext.DefaultWaitTimeout = TimeSpan.FromSeconds(60);
}
