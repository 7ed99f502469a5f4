using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using OpsConsole.Core.Identity;

namespace OpsConsole.Identity;

/// <summary>
/// The cookie of a signed-in person. It holds an id and a security stamp; what the person may do is read from the database with each
/// request, so that a lock, a lost role and a sign-out everywhere count at once.
/// </summary>
public static class PersonCookie
{
    public const string Name = "Person";
    public static readonly TimeSpan IdleFor = TimeSpan.FromHours(10);

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "opsconsole";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = IdleFor;
        options.SlidingExpiration = true;
        options.LoginPath = OpsUrls.SignIn;
        options.AccessDeniedPath = OpsUrls.NotAllowed;
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnValidatePrincipal = ResolveAsync;
        options.Events.OnRedirectToLogin = context => RedirectPagesAsync(context, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context => RedirectPagesAsync(context, StatusCodes.Status403Forbidden);
    }

    public static Task SignInAsync(HttpContext context, Actor actor, string stamp) =>
        context.SignInAsync(Name, SignedInPrincipal.Of(actor with { RoleNames = [] }, Name, stamp));

    private static async Task ResolveAsync(CookieValidatePrincipalContext context)
    {
        var find = context.HttpContext.RequestServices.GetRequiredService<FindActor>();
        var session = context.Principal?.Session();
        if (session is var (id, stamp) && await find.OfPersonAsync(id, stamp, context.HttpContext.RequestAborted) is { } actor)
        {
            context.HttpContext.Remember(actor);
            context.ReplacePrincipal(SignedInPrincipal.Of(actor, Name, stamp));
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(Name);
    }

    private static Task RedirectPagesAsync(RedirectContext<CookieAuthenticationOptions> context, int apiStatus)
    {
        if (context.Request.Path.StartsWithSegments("/api") || context.Request.Path.StartsWithSegments("/hubs"))
        {
            context.Response.StatusCode = apiStatus;
        }
        else
        {
            context.Response.Redirect(context.RedirectUri);
        }

        return Task.CompletedTask;
    }
}
