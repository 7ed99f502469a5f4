using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.StaticWebAssets;
using OpsConsole.Audit;
using OpsConsole.Components;
using OpsConsole.Core;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Operation;
using Radzen;

namespace OpsConsole;

/// <summary>Puts the process together; tests boot the same composition on a free port.</summary>
public static class OpsWebApplication
{
    /// <param name="replace">Puts fakes in the place of what a test does not want to be real.</param>
    public static WebApplication Create(string[] args, Action<IServiceCollection>? replace = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = ContentRoot(),
            // The manifests of the static files carry this name, also when a test is the entry assembly.
            ApplicationName = typeof(OpsWebApplication).Assembly.GetName().Name,
        });
        StaticWebAssetsLoader.UseStaticWebAssets(builder.Environment, builder.Configuration);
        var storage = builder.Configuration.GetSection("Storage").Get<StorageOptions>() ?? new StorageOptions();
        storage.Folder = Path.GetFullPath(storage.Folder, builder.Environment.ContentRootPath);

        builder.Services.AddCore(storage);
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddRadzenComponents();
        builder.AddWeb();
        replace?.Invoke(builder.Services);

        var app = builder.Build();
        app.UseErrorReferences();
        app.UseSecurityHeaders();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        app.MapWeb();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
        return app;
    }

    /// <summary>
    /// Opens the storage, then serves until stopped; <c>verify</c> checks the audit log instead and serves nothing. A storage that cannot
    /// be used ends the process with its sentence and code 3, an address that another program has with code 4.
    /// </summary>
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

        if (args is ["verify", ..])
        {
            return await VerifyCommand.RunAsync(app.Services, Console.Out, CancellationToken.None);
        }

        try
        {
            await app.RunAsync();
            return 0;
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync($"{taken.Message} Another program has it. Stop that, or start with another address, such as --urls http://127.0.0.1:5555.");
            return 4;
        }
    }

    /// <summary>The folder with appsettings.json and wwwroot: the working directory under <c>dotnet run</c>, else beside the binaries.</summary>
    private static string ContentRoot() =>
        File.Exists(Path.Combine(Directory.GetCurrentDirectory(), "appsettings.json")) ? Directory.GetCurrentDirectory() : AppContext.BaseDirectory;
}
