using System.Diagnostics.CodeAnalysis;

namespace OpsConsole.Bench;

/// <summary>Clients of the runs themselves, for what is no part of the console.</summary>
internal static class BenchHttp
{
    [SuppressMessage("ApiDesign", "RS0030:Do not use banned APIs", Justification = "The run speaks with the system under test past the console.")]
    public static HttpClient Make(Uri address) => new() { BaseAddress = address };
}
