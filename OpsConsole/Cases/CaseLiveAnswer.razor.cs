using Microsoft.AspNetCore.Components;
using OpsConsole.Core.Foundation.Live;
using OpsConsole.Core.Models;

namespace OpsConsole.Cases;

/// <summary>
/// What a model is writing for this case at the moment, word by word. It goes when the answer has ended: what was made of it then stands in
/// its place, checked. Screen readers are told what is going on, not every word.
/// </summary>
public sealed partial class CaseLiveAnswer(LiveAnswers live)
{
    /// <summary>More than a person reads while it runs by.</summary>
    private const int MostShown = 1_200;

    private LiveAnswer? _answer;

    [Parameter, EditorRequired]
    public required Guid CaseId { get; set; }

    private string Shown => LiveWords.Of(_answer!.Text) is var words && words.Length <= MostShown ? words : $"…{words[^MostShown..]}";

    private string Heading => Models.ModelLook.Task(_answer!.Prompt);

    protected override void OnInitialized() => Watch([LiveAnswers.Topic], change => change.Key == CaseId.ToString());

    protected override void OnParametersSet() => _answer = live.Find(CaseId);

    protected override Task RefreshAsync(IReadOnlyCollection<Change> changes)
    {
        _answer = live.Find(CaseId);
        return Task.CompletedTask;
    }
}
