using System.ComponentModel;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Cases.Opening;
using OpsConsole.Core.Identity;
using OpsConsole.Identity;

namespace OpsConsole.Cases;

/// <summary>The door by which other systems hand in cases.</summary>
public static class IntakeEndpoints
{
    private const string Path = "/api/v1/cases";
    private const int MostKey = 200;

    public static void MapIntake(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup(Path).WithTags("Cases").RequireRateLimiting(IntakeLimits.Policy)
            .RequireAuthorization(new AuthorizeAttribute { AuthenticationSchemes = ApiKeyAuthentication.Name }).Needs(Permissions.CasesSubmit)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status429TooManyRequests);
        group.MapPost("", (Delegate)OpenAsync).WithName("openCase").WithSummary("Hands in a message that becomes a case")
            .WithDescription("201 with the new case; 200 with the earlier one when this key or external_id came before, or when the message answers one that a case knows: it stands in that case then.")
            .Accepts<IntakeCase>("application/json").Produces<IntakeAnswer>(StatusCodes.Status201Created).Produces<IntakeAnswer>()
            .WithRefusals();
        group.MapPost("/{id:guid}/messages", (Delegate)AddAsync).WithName("addMessage").WithSummary("Adds the customer's next message to a case")
            .WithDescription("The case is prepared again; a resolved one is opened again. Only cases that this service handed in.")
            .Accepts<IntakeMessage>("application/json").Produces<IntakeAnswer>(StatusCodes.Status201Created).Produces<IntakeAnswer>()
            .WithRefusals().ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/{id:guid}", (Delegate)ReadAsync).WithName("readCase").WithSummary("Says where a case stands")
            .Produces<CaseState>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> OpenAsync(
        HttpContext context, IntakeBody body, OpenCase openCase, [FromHeader(Name = "Idempotency-Key"), Description(KeyHelp)] string? key, CancellationToken cancellation)
    {
        var read = await body.ReadAsync<IntakeCase>(context.Request, cancellation);
        if ((read.Problem ?? RefuseKey(key)) is { } problem)
        {
            return problem;
        }

        var actor = context.ActorOf();
        return await openCase.OpenAsync(actor, read.Value!.ToNewCase(actor.Id), KeyOf(key, read.Digest), cancellation) switch
        {
            OpenCaseOutcome.Opened(var id, var number) => Results.Created(UrlOf(id), Answer(id, number)),
            OpenCaseOutcome.Joined(var id, var number, var messageId) => Again(context, id, Answer(id, number, messageId)),
            OpenCaseOutcome.Known(var id, var number) => Again(context, id, Answer(id, number)),
            OpenCaseOutcome.Refused(var error) => IntakeProblem.Of(error),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static async Task<IResult> AddAsync(
        Guid id, HttpContext context, IntakeBody body, AddMessage addMessage, [FromHeader(Name = "Idempotency-Key"), Description(KeyHelp)] string? key, CancellationToken cancellation)
    {
        var read = await body.ReadAsync<IntakeMessage>(context.Request, cancellation);
        if ((read.Problem ?? RefuseKey(key)) is { } problem)
        {
            return problem;
        }

        return await addMessage.AddAsync(context.ActorOf(), id, read.Value!.ToNewMessage(), KeyOf(key, read.Digest), cancellation) switch
        {
            AddMessageOutcome.Added(var caseId, var number, var messageId) => Results.Created(UrlOf(caseId), Answer(caseId, number, messageId)),
            AddMessageOutcome.Known(var caseId, var number, var messageId) => Again(context, caseId, Answer(caseId, number, messageId)),
            AddMessageOutcome.Refused(var error) => IntakeProblem.Of(error),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static async Task<IResult> ReadAsync(Guid id, HttpContext context, ReadCase readCase, CancellationToken cancellation) =>
        await readCase.ReadSubmittedAsync(context.ActorOf(), id, cancellation) is { } found
            ? Results.Ok(CaseState.Of(found))
            : IntakeProblem.Of(new CaseError.NotFound());

    private const string KeyHelp =
        "A value of your own for this request, at most 200 characters. The same key with the same body is answered as the first time; with another body it is refused.";

    private static RouteHandlerBuilder WithRefusals(this RouteHandlerBuilder endpoint) => endpoint
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status415UnsupportedMediaType).ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static IResult? RefuseKey(string? key) => key?.Length > MostKey
        ? Results.Problem(statusCode: StatusCodes.Status400BadRequest, title: "Key too long", detail: $"Idempotency-Key may have at most {MostKey} characters.")
        : null;

    private static IntakeKey? KeyOf(string? key, string digest) => string.IsNullOrEmpty(key) ? null : new IntakeKey(key, digest);

    private static IResult Again(HttpContext context, Guid caseId, IntakeAnswer answer)
    {
        context.Response.Headers.Location = UrlOf(caseId);
        return Results.Ok(answer);
    }

    private static IntakeAnswer Answer(Guid id, long number, Guid? messageId = null) =>
        new() { Id = id, Reference = $"CASE-{number}", Url = UrlOf(id), MessageId = messageId };

    private static string UrlOf(Guid id) => $"{Path}/{id}";
}
