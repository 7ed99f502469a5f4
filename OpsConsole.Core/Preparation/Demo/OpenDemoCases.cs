using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Cases.Opening;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Foundation.Feel;
using OpsConsole.Core.Foundation.Packs;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Preparation.Packs;

namespace OpsConsole.Core.Preparation.Demo;

/// <summary>Fills an empty workspace with a pack's demo cases, about records that exist; the jobs then prepare them like any other.</summary>
public sealed class OpenDemoCases(OpsDatabase database, ReadPacks packs, IConnectorDirectory connectors, OpenCase open, TimeProvider clock)
{
    private static readonly Actor Demo = new(ActorKind.Service, "demo", "Demo workspace", [Roles.Intake]);

    /// <returns>How many were opened; none when there is a case already.</returns>
    public async Task<int> OpenAsync(CancellationToken cancellation)
    {
        if (await database.ReadAsync(db => db.Set<Case>().AnyAsync(cancellation), cancellation))
        {
            return 0;
        }

        var opened = 0;
        foreach (var pack in await packs.StoredAsync(cancellation))
        {
            var text = PackFiles.FromJson(pack.Id, pack.FilesJson).Texts.GetValueOrDefault(DemoCase.File, "");
            if (DemoCase.Parse(text) is { } demo && await connectors.FindAsync(demo.Scan["system"]?.GetValue<string>() ?? "", cancellation) is { } connector)
            {
                opened += await OpenAsync(demo.Cases, new DemoRecords(connector, demo.Scan), cancellation);
            }
        }

        return opened;
    }

    private async Task<int> OpenAsync(IReadOnlyList<DemoCase> cases, DemoRecords records, CancellationToken cancellation)
    {
        var opened = 0;
        foreach (var demo in cases.OrderByDescending(demo => demo.MinutesAgo))
        {
            if (await records.PickAsync(demo.Pick, cancellation) is not { } view)
            {
                continue;
            }

            var request = new NewCase
            {
                Subject = FeelTemplate.Render(demo.Subject, view),
                Body = FeelTemplate.Render(demo.Body, view),
                Channel = demo.Channel,
                Source = Demo.Id,
                ReceivedAt = clock.GetUtcNow().AddMinutes(-demo.MinutesAgo),
                CustomerName = view["customer"]?["name"]?.GetValue<string>(),
            };
            opened += await open.OpenAsync(Demo, request, null, cancellation) is OpenCaseOutcome.Opened ? 1 : 0;
        }

        return opened;
    }
}
