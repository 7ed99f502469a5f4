using OpsConsole.Core.Foundation.Text;

namespace OpsConsole.Core.Preparation.Verifying;

/// <summary>Something in a sentence that can be held against facts.</summary>
/// <param name="Start">Where it begins in the whole text.</param>
internal abstract record Claim(int Start, int End, string Word)
{
    /// <summary>A number or an amount of money.</summary>
    public sealed record Number(WrittenNumber Written, string Word, int At) : Claim(At, At + Written.End - Written.Start, Word);

    /// <summary>A day.</summary>
    public sealed record Day(WrittenDate Written, string Word, int At) : Claim(At, At + Written.End - Written.Start, Word);

    /// <summary>An hour and a minute, such as <c>07:38</c>.</summary>
    public sealed record Hour(TimeOnly Written, string Word, int At, int To) : Claim(At, To, Word);

    /// <summary>The id of a record, a tracking number, an address of e-mail.</summary>
    public sealed record Id(string Word, int At, int To) : Claim(At, To, Word);

    /// <summary>What somebody or something is called.</summary>
    /// <param name="Unknown">The words of it that stand nowhere in the evidence.</param>
    public sealed record Name(string Word, IReadOnlyList<string> Unknown, int At, int To) : Claim(At, To, Word);

    /// <summary>The state that something is said to be in.</summary>
    /// <param name="State">One name for all ways to say it.</param>
    public sealed record Status(string State, string Word, int At, int To) : Claim(At, To, Word);
}
