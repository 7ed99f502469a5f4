using OpsConsole.Actions;
using OpsConsole.Audit;
using OpsConsole.Cases;
using OpsConsole.Connectors;
using OpsConsole.Identity;
using OpsConsole.Models;
using OpsConsole.Operation;
using OpsConsole.Policies;
using OpsConsole.Preparation;

namespace OpsConsole;

/// <summary>The page groups, endpoints and jobs of each feature; the web half of the table of contents.</summary>
public static class WebFeatures
{
    public static void AddWeb(this WebApplicationBuilder builder)
    {
        builder.AddIdentityWeb();
        builder.AddAuditWeb();
        builder.AddConnectorsWeb();
        builder.AddPoliciesWeb();
        builder.AddCasesWeb();
        builder.AddActionsWeb();
        builder.AddModelsWeb();
        builder.AddPreparationWeb();
        builder.AddOperationWeb();
    }

    public static void MapWeb(this WebApplication app)
    {
        app.MapIdentityWeb();
        app.MapAuditWeb();
        app.MapConnectorsWeb();
        app.MapPoliciesWeb();
        app.MapCasesWeb();
        app.MapActionsWeb();
        app.MapPreparationWeb();
        app.MapOperationWeb();
    }
}
