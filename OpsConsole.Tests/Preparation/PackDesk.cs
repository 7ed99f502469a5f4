using Microsoft.Extensions.DependencyInjection;
using OpsConsole.Core.Foundation.Packs;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Preparation.Packs;
using OpsConsole.Tests.Architecture;
using OpsConsole.Tests.Fakes;

namespace OpsConsole.Tests.Preparation;

/// <summary>The shipped packs, and packs made up for a test.</summary>
internal static class PackDesk
{
    public static readonly Actor Admin = new(ActorKind.Person, "p-1", "Ada", [Roles.Admin]);
    public static readonly Actor Agent = new(ActorKind.Person, "p-2", "Ben", [Roles.Agent]);

    public static Task<PackFiles> ShippedAsync(string id) => PackFiles.ReadAsync(Path.Combine(SourceTree.Root, "packs", id), CancellationToken.None);

    public static async Task<CoreHost> LoadedAsync(string id, Action<IServiceCollection>? replace = null)
    {
        var host = new CoreHost(replace);
        var outcome = await host.Get<LoadPack>().LoadAsync(Actor.Jobs, await ShippedAsync(id), CancellationToken.None);
        Assert.True(outcome is LoadPackOutcome.Loaded, outcome is LoadPackOutcome.Faulty faulty ? string.Join('\n', faulty.Errors) : outcome.ToString());
        return host;
    }

    /// <summary>The shipped service desk with one file in another form.</summary>
    public static async Task<PackFiles> ChangedAsync(string file, Func<string, string> change)
    {
        var files = await ShippedAsync("service-desk");
        return files with { Texts = files.Texts.ToDictionary(text => text.Key, text => text.Key == file ? change(text.Value) : text.Value, StringComparer.Ordinal) };
    }

    public static int LineOf(PackFiles files, string file, string text) =>
        Array.FindIndex(files.Texts[file].Split('\n'), line => line.Contains(text, StringComparison.Ordinal)) + 1;
}
