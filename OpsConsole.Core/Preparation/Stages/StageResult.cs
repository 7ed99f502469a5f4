using System.Text.Json.Nodes;

namespace OpsConsole.Core.Preparation.Stages;

/// <summary>How a stage ended, and what is kept of it.</summary>
/// <param name="Note">What a person should know of it, as a sentence.</param>
public sealed record StageResult(StageOutcome Outcome, JsonNode Result, string Note)
{
    /// <summary>With what models were asked in this stage: prompt and version, exchange, model, or why there is no answer.</summary>
    public StageResult With(JsonArray? asked)
    {
        if (asked is not null && Result is JsonObject members)
        {
            members["model"] = asked;
        }

        return this;
    }
}
