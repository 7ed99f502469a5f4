namespace OpsConsole.Core.Models.Spending;

/// <summary>How the asking for a reservation ended.</summary>
internal abstract record Reserving
{
    private Reserving()
    {
    }

    public sealed record Reserved : Reserving;

    /// <param name="Sentence">Whose budget, and what to do.</param>
    public sealed record Spent(string Sentence) : Reserving;
}
