using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Cases.Opening;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Workflow;
using OpsConsole.Tests.Fakes;

namespace OpsConsole.Tests.Cases;

/// <summary>A core with two agents, a supervisor and one case type, and short ways to put cases into it.</summary>
public sealed class CaseBench : IDisposable
{
    public static readonly Actor Mara = new(ActorKind.Person, "p-mara", "Mara Okafor", [Roles.Agent]);
    public static readonly Actor Ben = new(ActorKind.Person, "p-ben", "Ben Adler", [Roles.Agent]);
    public static readonly Actor Sam = new(ActorKind.Person, "p-sam", "Sam Novak", [Roles.Supervisor]);
    public static readonly Actor Auditor = new(ActorKind.Person, "p-aud", "Ana Ruiz", [Roles.Auditor]);
    public static readonly Actor Shop = new(ActorKind.Service, "svc-shop", "Web shop", [Roles.Intake]);
    public static readonly CaseType Refund = new("refund", 1, "Refund", "Money back", TimeSpan.FromHours(8), 0.75, "Refunds, first line", "service-desk");

    public CaseBench() => Host.Get<CaseTypes>().Replace("service-desk", [Refund]);

    public CoreHost Host { get; } = new();

    public static NewCase Request(string subject, string body = "Please help.", string? externalId = null, string source = "form") =>
        new() { Subject = subject, Body = body, Channel = "email", Source = source, ExternalId = externalId, CustomerName = "Leila Haddad" };

    public async Task<Guid> OpenAsync(string subject, string body = "Please help.")
    {
        var outcome = await Host.Get<OpenCase>().OpenAsync(Mara, Request(subject, body), key: null, CancellationToken.None);
        return Assert.IsType<OpenCaseOutcome.Opened>(outcome).CaseId;
    }

    public async Task<Case> ReadAsync(Guid caseId) => (await Host.Get<ReadCase>().ReadAsync(Mara, caseId, CancellationToken.None))!.Case;

    /// <summary>Changes a row as a job would.</summary>
    public Task EditAsync(Guid caseId, Action<Case> edit) => Host.Database.WriteAsync(
        async db => edit(await db.Set<Case>().SingleAsync(row => row.Id == caseId)), CancellationToken.None);

    public void Dispose() => Host.Dispose();
}
