using OpsConsole.Core.Cases;

namespace OpsConsole.Cases;

/// <summary>A refusal as the API answers it.</summary>
internal static class IntakeProblem
{
    public static IResult Of(CaseError error)
    {
        var text = CaseErrorText.Of(error);
        return Results.Problem(statusCode: StatusOf(error), title: text.Title, detail: $"{text.Sentence} {text.NextStep}".TrimEnd());
    }

    private static int StatusOf(CaseError error) => error switch
    {
        CaseError.Forbidden => StatusCodes.Status403Forbidden,
        CaseError.NotFound => StatusCodes.Status404NotFound,
        CaseError.Invalid => StatusCodes.Status400BadRequest,
        CaseError.KeyReused => StatusCodes.Status422UnprocessableEntity,
        _ => StatusCodes.Status409Conflict,
    };
}
