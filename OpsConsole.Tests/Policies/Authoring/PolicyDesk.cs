using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies;
using OpsConsole.Core.Policies.Authoring;
using OpsConsole.Core.Policies.Documents;
using OpsConsole.Tests.Fakes;

namespace OpsConsole.Tests.Policies.Authoring;

/// <summary>A console with people who write and publish policies, and short ways to what tests do all the time.</summary>
internal sealed class PolicyDesk : IDisposable
{
    public static readonly Actor Ines = Person("ines", Roles.Admin);
    public static readonly Actor Otto = Person("otto", Roles.Admin);
    public static readonly Actor Sue = Person("sue", Roles.Supervisor);
    public static readonly Actor Ana = Person("ana", Roles.Agent);
    public static readonly Actor Ada = Person("ada", Roles.Auditor);

    /// <summary>The shared refunds policy with one test that it passes.</summary>
    public static readonly PolicyDocument Refunds = PolicyYaml.Read("refunds.yaml", PolicyTexts.Refunds, [])! with
    {
        Tests = [new PolicyTest("much", """{"action":{"amount":200},"order":{"status":"delivered"},"customer":{"flags":[]}}""", "require-approval", "supervisor", ["R4"])],
    };

    public CoreHost Host { get; } = new();

    public DraftPolicy Drafts => Host.Get<DraftPolicy>();

    public ReviewPolicy Review => Host.Get<ReviewPolicy>();

    public IPolicies Policies => Host.Get<IPolicies>();

    public static PolicyDocument With(string row, Func<DocumentRule, DocumentRule> change, PolicyDocument? of = null) =>
        (of ?? Refunds) with { Rules = [.. (of ?? Refunds).Rules.Select(rule => rule.Id == row ? change(rule) : rule)] };

    public async Task<PolicyDraft> StartAsync(Actor by, PolicyDocument document, int basedOn = 0) =>
        Saved(await Drafts.StartAsync(by, document, basedOn, CancellationToken.None));

    public async Task<PolicyDraft> StartFromAsync(Actor by, string policyId, int? version = null) =>
        Saved(await Drafts.StartFromAsync(by, policyId, version, CancellationToken.None));

    public Task<DraftOutcome> SaveAsync(Actor by, PolicyDraft seen, PolicyDocument document) =>
        Drafts.SaveAsync(by, seen.Id, seen.Revision, document, CancellationToken.None);

    public Task<SubmitOutcome> SubmitAsync(Actor by, PolicyDraft seen) =>
        Host.Get<SubmitPolicy>().SubmitAsync(by, seen.Id, seen.Revision, "as agreed", CancellationToken.None);

    public async Task<PolicyDraft> SubmittedAsync(Actor by, PolicyDraft seen) => Assert.IsType<SubmitOutcome.Submitted>(await SubmitAsync(by, seen)).Draft;

    public Task<ReviewOutcome> PublishAsync(Actor by, PolicyDraft seen) => Review.PublishAsync(by, seen.Id, seen.Digest, null, CancellationToken.None);

    /// <summary>From nothing to a version in force: Ines writes, Sue publishes.</summary>
    public async Task<PolicyVersion> PublishedAsync(PolicyDocument document, int basedOn = 0) =>
        Assert.IsType<ReviewOutcome.Published>(await PublishAsync(Sue, await SubmittedAsync(Ines, await StartAsync(Ines, document, basedOn)))).Version;

    public async Task<DraftView> ViewAsync(Actor by, Guid draft) => (await Host.Get<ReadDrafts>().FindAsync(by, draft, CancellationToken.None))!;

    public void Dispose() => Host.Dispose();

    public static PolicyDraft Saved(DraftOutcome outcome) => Assert.IsType<DraftOutcome.Saved>(outcome).Draft;

    private static Actor Person(string name, string role) => new(ActorKind.Person, name, char.ToUpperInvariant(name[0]) + name[1..], [role]);
}
