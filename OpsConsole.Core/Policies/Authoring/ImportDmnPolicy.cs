using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Dmn;
using OpsConsole.Core.Foundation.Dmn.Model;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies.Documents;

namespace OpsConsole.Core.Policies.Authoring;

/// <summary>How an import ended.</summary>
public abstract record ImportOutcome
{
    private ImportOutcome()
    {
    }

    /// <summary>It is a draft, in which a person says what the file does not: what it governs, who owns it, where its input data come from.</summary>
    public sealed record Imported(PolicyDraft Draft) : ImportOutcome;

    /// <summary>The model has several decisions; one is to be chosen.</summary>
    public sealed record Choose(IReadOnlyList<string> Decisions) : ImportOutcome;

    public sealed record Refused(PolicyRefusal Refusal) : ImportOutcome;
}

/// <summary>
/// Makes a draft of a DMN file. A file that was exported here becomes the policy that it was, as a draft of the one that has its id. Of any
/// other, the draft asks one decision and keeps the whole model. What cannot be run is refused by name, nothing is fetched, and nothing is
/// saved when there is a fault.
/// </summary>
public sealed class ImportDmnPolicy(OpsDatabase database, DraftPolicy drafts)
{
    /// <param name="file">The file's name, which becomes the policy's source.</param>
    /// <param name="decision">The decision to ask; null where there is only one.</param>
    public async Task<ImportOutcome> ImportAsync(Actor actor, Stream content, string file, string? decision, CancellationToken cancellation)
    {
        if (PolicyRights.RefuseWriting(actor) is { } refusal)
        {
            return new ImportOutcome.Refused(refusal);
        }

        var reading = DmnXml.Read(content);
        if (reading.Model is not { } model)
        {
            return Unimportable([.. reading.Errors.Select(error => error.ToString())]);
        }

        PolicyModel.Build(DmnXml.Write(model), out var faults);
        if (faults.Count > 0)
        {
            return Unimportable(faults);
        }

        var problems = new List<string>();
        var own = PolicyDmnReader.ReadOwn(model, problems);
        return problems.Count > 0 ? Unimportable(problems)
            : own is not null ? await StartAsync(actor, own, await NewestAsync(own.Id, cancellation), cancellation)
            : await ImportOtherAsync(actor, model, file, decision, cancellation);
    }

    private static ImportOutcome.Refused Unimportable(IReadOnlyList<string> problems) => new(new PolicyRefusal.Unimportable(problems));

    private async Task<ImportOutcome> ImportOtherAsync(Actor actor, DmnModel model, string file, string? decision, CancellationToken cancellation)
    {
        var all = model.Elements.OfType<DmnDecision>().ToList();
        if (all.Count == 0)
        {
            return Unimportable(["The file has no decision."]);
        }

        if (decision is null && all.Count > 1)
        {
            return new ImportOutcome.Choose([.. all.Select(one => one.Name)]);
        }

        return all.Find(one => decision is null || one.Name == decision) is { } chosen
            ? await StartAsync(actor, PolicyDmnReader.ReadOther(model, chosen, await FreeIdAsync(chosen.Name, cancellation), file), 0, cancellation)
            : Unimportable([$"The file has no decision “{decision}”; it has {string.Join(", ", all.Select(one => one.Name))}."]);
    }

    private async Task<ImportOutcome> StartAsync(Actor actor, PolicyDocument document, int basedOn, CancellationToken cancellation) =>
        await drafts.StartAsync(actor, document, basedOn, cancellation) switch
        {
            DraftOutcome.Saved saved => new ImportOutcome.Imported(saved.Draft),
            DraftOutcome.Refused refused => new ImportOutcome.Refused(refused.Refusal),
            _ => throw new InvalidOperationException("DraftOutcome is a closed family."),
        };

    private async Task<int> NewestAsync(string id, CancellationToken cancellation) =>
        (await database.ReadAsync(db => PolicyHistory.NewestAsync(db, id, cancellation), cancellation))?.Version ?? 0;

    /// <summary>The decision's name in small letters, with a number where a policy is called so already.</summary>
    private async Task<string> FreeIdAsync(string name, CancellationToken cancellation)
    {
        var words = string.Concat(name.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')).Trim('-');
        var wanted = words.Length == 0 ? "decision" : words[..Math.Min(words.Length, 56)];
        var taken = await database.ReadAsync(
            db => db.Set<PolicyVersion>().Where(row => row.PolicyId.StartsWith(wanted)).Select(row => row.PolicyId).Distinct().ToListAsync(cancellation), cancellation);
        var id = wanted;
        for (var number = 2; taken.Contains(id); number++)
        {
            id = $"{wanted}-{number}";
        }

        return id;
    }
}
