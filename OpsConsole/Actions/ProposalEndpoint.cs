using Microsoft.AspNetCore.Mvc;
using OpsConsole.Core.Actions;
using OpsConsole.Core.Actions.Proposing;
using OpsConsole.Core.Identity;
using OpsConsole.Identity;

namespace OpsConsole.Actions;

/// <summary>The door by which other programs and AI agents propose. Whoever comes through it can propose and nothing else.</summary>
public static class ProposalEndpoint
{
    private const long MostBytes = 1024 * 1024;

    public static void MapProposals(this WebApplication app) => app
        .MapPost("/api/v1/cases/{caseId:guid}/actions", ProposeAsync)
        .Needs(Permissions.ActionsPropose)
        .DisableAntiforgery()
        .WithName("ProposeActions")
        .WithSummary("Propose actions for a case; policies judge them and people decide")
        .WithMetadata(new RequestSizeLimitAttribute(MostBytes))
        .Produces<ProposalAnswer>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<IResult> ProposeAsync(
        Guid caseId, ProposalRequest request, HttpContext context, ProposeActions propose, CancellationToken cancellation)
    {
        if (request.Actions is not { Count: > 0 } drafts)
        {
            return Results.Problem(statusCode: 400, title: "Nothing is proposed", detail: "“actions” must be a list of at least one action.");
        }

        var outcome = await propose.ProposeAsync(
            context.ActorOf(), caseId, [.. drafts.Select(draft => (draft ?? new ProposedDraft()).ToDraft())], request.Replace, cancellation);
        return outcome switch
        {
            ProposeOutcome.Proposed proposed => Results.Ok(ProposalAnswer.Of(proposed)),
            ProposeOutcome.Refused refused => Refuse(refused.Refusal),
            _ => throw new InvalidOperationException("ProposeOutcome is a closed family."),
        };
    }

    private static IResult Refuse(ActionRefusal refusal) => Results.Problem(
        statusCode: refusal switch
        {
            ActionRefusal.Forbidden => StatusCodes.Status403Forbidden,
            ActionRefusal.NoSuchCase => StatusCodes.Status404NotFound,
            ActionRefusal.CaseClosed => StatusCodes.Status409Conflict,
            _ => StatusCodes.Status400BadRequest,
        },
        title: "Nothing was proposed",
        detail: ActionRefusalText.Of(refusal));
}
