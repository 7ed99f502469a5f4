using OpsConsole.Core.Identity;

namespace OpsConsole.Identity;

/// <summary>Who calls an endpoint.</summary>
public static class HttpActor
{
    private static readonly object Key = new();

    /// <summary>The person or service behind this request, as resolved by its authentication. For endpoints that require a permission.</summary>
    public static Actor ActorOf(this HttpContext context) =>
        context.Items[Key] as Actor ?? throw new InvalidOperationException("Nobody is signed in; the endpoint must require a permission.");

    internal static void Remember(this HttpContext context, Actor actor) => context.Items[Key] = actor;
}
