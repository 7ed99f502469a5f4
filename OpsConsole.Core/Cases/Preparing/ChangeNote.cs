using System.Text.Json;

namespace OpsConsole.Core.Cases.Preparing;

/// <summary>What preparing a case anew changed, a sentence a line.</summary>
/// <param name="Since">When the case had been prepared before.</param>
/// <param name="At">When it was prepared anew.</param>
public sealed record ChangeNote(DateTimeOffset Since, DateTimeOffset At, IReadOnlyList<string> Lines)
{
    private const int MostKept = 5;

    /// <summary>The notes of a case, the newest first.</summary>
    public static IReadOnlyList<ChangeNote> Of(Case @case) =>
        @case.ChangesJson is { } json ? JsonSerializer.Deserialize<List<ChangeNote>>(json, JsonSerializerOptions.Web) ?? [] : [];

    /// <summary>Puts the note before the others; the oldest go.</summary>
    public void WriteTo(Case @case) =>
        @case.ChangesJson = JsonSerializer.Serialize<IReadOnlyList<ChangeNote>>([this, .. Of(@case).Take(MostKept - 1)], JsonSerializerOptions.Web);
}
