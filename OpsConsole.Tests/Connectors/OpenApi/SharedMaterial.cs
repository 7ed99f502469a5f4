namespace OpsConsole.Tests.Connectors.OpenApi;

/// <summary>Outside material that is laid beside the repository and is no part of it; tests that need it do nothing, and say so, without it.</summary>
internal static class SharedMaterial
{
    /// <summary>A folder under <c>../shared</c> beside the repository, or null.</summary>
    public static string? Find(params string[] path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "OpsConsole.sln")))
            {
                var wanted = Path.GetFullPath(Path.Combine([folder.FullName, "..", "shared", .. path]));
                return Directory.Exists(wanted) ? wanted : null;
            }
        }

        return null;
    }
}
