using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using OpsConsole.Identity;

namespace OpsConsole.Cases;

/// <summary>How much one service may hand in. Bound to the section <c>Intake</c>.</summary>
public sealed class IntakeLimits
{
    public const string Policy = "intake";

    /// <summary>Requests of one service in a minute; a burst may use them all at once.</summary>
    public int RequestsPerMinute { get; set; } = 1200;

    internal void Configure(RateLimiterOptions options)
    {
        options.AddPolicy(Policy, context => RateLimitPartition.GetTokenBucketLimiter(
            ApiKeyAuthentication.KeyOf(context.Request) ?? "", _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = RequestsPerMinute,
                TokensPerPeriod = Math.Max(1, RequestsPerMinute / 60),
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            }));
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = async (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : 1;
            rejected.HttpContext.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
            await Results.Problem(
                statusCode: StatusCodes.Status429TooManyRequests,
                title: "Too many requests",
                detail: $"More than {RequestsPerMinute} requests in a minute came with this key. Send the request again after {wait} s.").ExecuteAsync(rejected.HttpContext);
        };
    }
}
