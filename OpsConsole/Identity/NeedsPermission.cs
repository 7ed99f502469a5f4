namespace OpsConsole.Identity;

/// <summary>The permission without which an endpoint does not answer.</summary>
public static class NeedsPermission
{
    public static TBuilder Needs<TBuilder>(this TBuilder endpoint, string permission)
        where TBuilder : IEndpointConventionBuilder => endpoint.RequireAuthorization(permission);
}
