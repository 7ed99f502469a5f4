using OpsConsole.Core.Foundation.Text;

namespace OpsConsole.Core.Cases.Opening;

/// <summary>Another entry for a case's thread, from whatever channel.</summary>
public sealed record NewMessage
{
    public required MessageKind Kind { get; init; }

    public required string Channel { get; init; }

    public required string Body { get; init => field = WholeText.Of(value); }

    /// <summary>The name to show; the customer's when absent on an inbound message.</summary>
    public string? Author { get; init => field = WholeText.Of(value); }

    /// <summary>The sender's id of this message; the same one again in the same case changes nothing.</summary>
    public string? ExternalId { get; init; }

    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>What it is called on its channel, and where it came from.</summary>
    public ThreadHints Thread { get; init; } = new();

    /// <summary>Names of the files that came with it.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>Every reason for which this cannot be taken; one sentence each.</summary>
    public IReadOnlyList<string> Problems()
    {
        var problems = new List<string>();
        if (string.IsNullOrWhiteSpace(Body) || Body.Length > NewCase.MostBody)
        {
            problems.Add($"body must be a text of 1 to {NewCase.MostBody} characters.");
        }

        if (string.IsNullOrWhiteSpace(Channel) || Channel.Length > NewCase.MostChannel)
        {
            problems.Add($"channel must be a word such as email, chat or phone, of at most {NewCase.MostChannel} characters.");
        }

        if (Author?.Length > NewCase.MostName || ExternalId?.Length > NewCase.MostName)
        {
            problems.Add($"author and external_id may have at most {NewCase.MostName} characters.");
        }

        problems.AddRange(Thread.Problems());
        problems.AddRange(FileNames.Problems(Files));
        return problems;
    }
}
