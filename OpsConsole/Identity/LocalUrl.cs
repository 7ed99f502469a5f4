namespace OpsConsole.Identity;

/// <summary>Where to go after signing in: only to a page of this console, whatever the link said.</summary>
public static class LocalUrl
{
    public static string OrMyWork(string? url) =>
        url is ['/', ..] and not ['/', '/' or '\\', ..] && !url.Any(char.IsControl) ? url : OpsUrls.MyWork;
}
