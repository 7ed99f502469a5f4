using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Packs;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Preparation.Packs;

/// <summary>How the export of a pack ended.</summary>
public abstract record ExportPackOutcome
{
    private ExportPackOutcome()
    {
    }

    /// <summary>The files as they were loaded, so that loading them again gives the same pack.</summary>
    public sealed record Exported(PackFiles Files) : ExportPackOutcome
    {
        /// <summary>The files as a ZIP archive, with the pack's id as the folder.</summary>
        public byte[] ToZip()
        {
            using var buffer = new MemoryStream();
            using (var archive = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
            {
                foreach (var (name, text) in Files.Texts)
                {
                    using var entry = archive.CreateEntry($"{Files.Id}/{name}").Open();
                    entry.Write(Encoding.UTF8.GetBytes(text));
                }
            }

            return buffer.ToArray();
        }
    }

    public sealed record NotFound : ExportPackOutcome;

    public sealed record Refused(NotAllowed Why) : ExportPackOutcome;
}

/// <summary>Gives a loaded pack back as files.</summary>
public sealed class ExportPack(OpsDatabase database)
{
    public async Task<ExportPackOutcome> ExportAsync(Actor actor, string id, CancellationToken cancellation)
    {
        if (!actor.May(Permissions.PacksChange))
        {
            return new ExportPackOutcome.Refused(new NotAllowed(Permissions.PacksChange));
        }

        var json = await database.ReadAsync(
            db => db.Set<LoadedPack>().Where(pack => pack.Id == id).Select(pack => pack.FilesJson).SingleOrDefaultAsync(cancellation), cancellation);
        return json is null ? new ExportPackOutcome.NotFound() : new ExportPackOutcome.Exported(PackFiles.FromJson(id, json));
    }
}
