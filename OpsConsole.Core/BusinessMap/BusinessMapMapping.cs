using Microsoft.EntityFrameworkCore;

namespace OpsConsole.Core.BusinessMap;

internal static class BusinessMapMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<MapNode>(table =>
        {
            table.ToTable("map_nodes");
            table.HasKey(row => new { row.Pack, row.Kind, row.Id });
        });
        model.Entity<MapLink>(table =>
        {
            table.ToTable("map_links");
            table.HasKey(row => new { row.Pack, row.Source, row.Relation, row.Target });
        });
    }
}
