using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Connectors.Channels;

namespace OpsConsole.Core.Connectors;

internal static class ConnectorsMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<ActionTypeRow>(table =>
        {
            table.ToTable("action_types");
            table.HasKey(row => new { row.Id, row.Version });
        });
        model.Entity<ConnectedSystem>(table =>
        {
            table.ToTable("systems");
            table.HasKey(row => row.Id);
        });
        model.Entity<SystemSecret>(table =>
        {
            table.ToTable("system_secrets");
            table.HasKey(row => row.SystemId);
        });
        model.Entity<ChannelConnector>(table =>
        {
            table.ToTable("channel_connectors");
            table.HasKey(row => row.Id);
        });
        model.Entity<ChannelRoute>(table =>
        {
            table.ToTable("channel_routes");
            table.HasKey(row => row.Channel);
        });
    }
}
