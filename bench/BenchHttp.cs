using System.Diagnostics.CodeAnalysis;

namespace OpsConsole.Bench;

/// <summary>Clients of the runs themselves, for what is no part of the console.</summary>
internal static class BenchHttp
{
    [SuppressMessage("ApiDesign", "RS0030:Do not use banned APIs", Justification = "The run speaks with the system under test past the console.")]
    public static HttpClient Make(Uri address) => new() { BaseAddress = address };

    /// <summary>A client that follows nothing, keeps nothing and unpacks nothing by itself.</summary>
    [SuppressMessage("ApiDesign", "RS0030:Do not use banned APIs", Justification = "The run speaks with the console as a stranger does.")]
    public static HttpClient MakeBare(Uri address) => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { BaseAddress = address };
}
