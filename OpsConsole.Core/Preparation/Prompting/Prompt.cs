using System.Text.Json.Nodes;
using OpsConsole.Core.Models;

namespace OpsConsole.Core.Preparation.Prompting;

/// <summary>One version of the text by which a model is asked for one thing.</summary>
/// <param name="Ref">Name, version and digest; kept with every exchange.</param>
/// <param name="MostTokens">The longest answer that is wanted.</param>
/// <param name="Schema">JSON schema of the answer; null when it is plain text.</param>
/// <param name="Text">Fixed but for <see cref="MarkerPlace"/>: nothing of a case is ever written into it.</param>
public sealed record Prompt(PromptRef Ref, ModelRole Role, int MostTokens, JsonObject? Schema, string Text)
{
    /// <summary>Where the marker of one question goes; see <see cref="Modelling.DataChannel"/>.</summary>
    public const string MarkerPlace = "{{marker}}";

    /// <summary>The text of one question.</summary>
    public string Render(string marker) => Text.Replace(MarkerPlace, marker, StringComparison.Ordinal);
}
