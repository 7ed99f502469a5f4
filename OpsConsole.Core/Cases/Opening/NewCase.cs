using OpsConsole.Core.Foundation.Text;

namespace OpsConsole.Core.Cases.Opening;

/// <summary>What is handed in to become a case.</summary>
public sealed record NewCase
{
    public const int MostSubject = 300;
    public const int MostBody = 100_000;
    public const int MostName = 200;
    public const int MostChannel = 40;

    public required string Subject { get; init => field = WholeText.Of(value); }

    /// <summary>The customer's words; untrusted text.</summary>
    public required string Body { get; init => field = WholeText.Of(value); }

    /// <summary>Where it came in, such as <c>email</c>, <c>chat</c>, <c>phone</c>, <c>web</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>Who hands it in; see <see cref="Case.Source"/>.</summary>
    public required string Source { get; init; }

    public string? ExternalId { get; init; }

    /// <summary>When the customer wrote it; now when absent. A time in the future is taken as now.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>The sender's name to show.</summary>
    public string? CustomerName { get; init => field = WholeText.Of(value); }

    public string? CustomerHint { get; init => field = WholeText.Of(value); }

    /// <summary>What it says about an earlier conversation; where that is known, the message goes on with it and opens no case.</summary>
    public ThreadHints Thread { get; init; } = new();

    /// <summary>Names of the files that came with it.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>Every reason for which this cannot become a case; one sentence each.</summary>
    public IReadOnlyList<string> Problems()
    {
        var problems = new List<string>();
        Check(problems, "subject", Subject, MostSubject);
        Check(problems, "body", Body, MostBody);
        Check(problems, "channel", Channel, MostChannel);
        CheckLength(problems, "external_id", ExternalId, MostName);
        CheckLength(problems, "customer_name", CustomerName, MostName);
        CheckLength(problems, "customer_hint", CustomerHint, MostName);
        problems.AddRange(Thread.Problems());
        problems.AddRange(FileNames.Problems(Files));
        return problems;
    }

    private static void Check(List<string> problems, string name, string text, int most)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            problems.Add($"{name} is missing; give a text of 1 to {most} characters.");
        }

        CheckLength(problems, name, text, most);
    }

    private static void CheckLength(List<string> problems, string name, string? text, int most)
    {
        if (text?.Length > most)
        {
            problems.Add($"{name} has {text.Length} characters; the most is {most}.");
        }
    }
}
