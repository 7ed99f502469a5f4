using Microsoft.AspNetCore.Hosting.StaticWebAssets;
using OpsConsole.Components;
using OpsConsole.Core;
using OpsConsole.Core.Foundation.Storage;
using Radzen;

namespace OpsConsole;

/// <summary>Puts the process together; tests boot the same composition on a free port.</summary>
public static class OpsWebApplication
{
    public static WebApplication Create(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = ContentRoot() });
        StaticWebAssetsLoader.UseStaticWebAssets(builder.Environment, builder.Configuration);
        var storage = builder.Configuration.GetSection("Storage").Get<StorageOptions>() ?? new StorageOptions();
        storage.Folder = Path.GetFullPath(storage.Folder, builder.Environment.ContentRootPath);

        builder.Services.AddCore(storage);
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddRadzenComponents();
        builder.AddWeb();

        var app = builder.Build();
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapWeb();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
        return app;
    }

    /// <summary>Opens the storage, then serves until stopped. A storage that cannot be used ends the process with its sentence and code 3.</summary>
    public static async Task<int> RunAsync(WebApplication app, string[] args)
    {
        try
        {
            app.Services.GetRequiredService<Migrator>().Apply();
        }
        catch (StorageUnusableException refusal)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return 3;
        }

        await app.RunAsync();
        return 0;
    }

    /// <summary>The folder with appsettings.json and wwwroot: the working directory under <c>dotnet run</c>, else beside the binaries.</summary>
    private static string ContentRoot() =>
        File.Exists(Path.Combine(Directory.GetCurrentDirectory(), "appsettings.json")) ? Directory.GetCurrentDirectory() : AppContext.BaseDirectory;
}
