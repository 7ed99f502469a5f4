using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;

namespace OpsConsole.Operation;

/// <summary>
/// A bug while a request is answered: one log entry under a reference number, and an answer that shows the number and nothing else.
/// </summary>
public static class ErrorReferences
{
    public static void UseErrorReferences(this WebApplication app) => app.UseExceptionHandler(new ExceptionHandlerOptions
    {
        AllowStatusCode404Response = true,
        SuppressDiagnosticsCallback = _ => true,
        ExceptionHandler = AnswerAsync,
    });

    /// <summary>The number under which the log holds what went wrong; the trace's id, so that logs and traces meet.</summary>
    public static string Reference(HttpContext context) => Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;

    private static async Task AnswerAsync(HttpContext context)
    {
        var reference = Reference(context);
        var feature = context.Features.Get<IExceptionHandlerFeature>();
        context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ErrorReferences))
            .LogError(feature?.Error, "Request {Method} {Path} failed; reference {Reference}", context.Request.Method, feature?.Path, reference);
        if (feature?.Path.StartsWith("/api", StringComparison.Ordinal) == true)
        {
            await Results.Problem(statusCode: 500, title: "Something went wrong here", detail: $"It was logged under the reference {reference}.").ExecuteAsync(context);
            return;
        }

        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync(
            $"Something went wrong here. It was logged under the reference {reference}. Go back and try again; if it happens again, give the reference to an administrator.");
    }
}
