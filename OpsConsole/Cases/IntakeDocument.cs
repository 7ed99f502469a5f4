using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using OpsConsole.Identity;

namespace OpsConsole.Cases;

/// <summary>What the OpenAPI document says about the API as a whole.</summary>
internal static class IntakeDocument
{
    public static void Configure(OpenApiOptions options)
    {
        options.ShouldInclude = description => description.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "OpsConsole";
            document.Info.Version = "1";
            document.Info.Description = "Hand in cases and read where they stand. Errors are application/problem+json (RFC 9457).";
            document.Servers = [];
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes[ApiKeyAuthentication.Name] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Header,
                Name = ApiKeyAuthentication.Header,
                Description = "The key of a service identity; an administrator issues it on the page People.",
            };
            document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(ApiKeyAuthentication.Name, document)] = [] }];
            return Task.CompletedTask;
        });
    }
}
