using System.Text.Json.Nodes;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Audit;

/// <summary>What is to be written to the log: who did what to what, with which outcome.</summary>
/// <param name="Event">A dotted past-tense name, such as <c>action.approved</c>, <c>action.refused</c>, <c>signin.failed</c>.</param>
/// <param name="Subject">What it is about, such as <c>case/…</c> or <c>action/…</c>; the log is searched by it.</param>
/// <param name="Outcome">How it ended: <c>ok</c>, <c>refused</c>, <c>failed</c> or <c>unknown</c>.</param>
/// <param name="Details">What an auditor needs in order to follow it. Never a secret.</param>
/// <param name="CaseId">The case that it belongs to, if any.</param>
public sealed record AuditEntry(Actor Actor, string Event, string Subject, string Outcome, JsonObject Details, Guid? CaseId = null);
