using Microsoft.AspNetCore.Authorization;

namespace OpsConsole.Identity;

/// <summary>The permission without which a page does not open: <c>@attribute [Needs(Permissions.CasesView)]</c>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsAttribute(string permission) : AuthorizeAttribute(permission)
{
    public string Permission { get; } = permission;
}
