namespace OpsConsole.Core.Preparation.Learning;

/// <summary>When the classifier learns anew, and from how much. Settings under <c>Learning</c>.</summary>
public sealed record LearningOptions
{
    /// <summary>How many cases must have been decided since the last time.</summary>
    public int LeastNewCases { get; init; } = 50;

    /// <summary>With fewer cases held out nothing is compared, and nothing promoted.</summary>
    public int LeastHeldOut { get; init; } = 20;

    /// <summary>The newest decided cases that are looked at; bounds time and memory.</summary>
    public int MostCases { get; init; } = 5_000;

    /// <summary>How far back rejections are looked at for suggestions.</summary>
    public int SuggestionDays { get; init; } = 120;
}
