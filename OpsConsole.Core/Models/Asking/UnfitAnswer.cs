using Microsoft.Extensions.AI;

namespace OpsConsole.Core.Models.Asking;

/// <summary>An answer that is whole but not what was asked for: the model is told once what is wrong.</summary>
internal sealed record UnfitAnswer(string Fault, RawAnswer Answer, AskProvider.Run Asked)
{
    public TryFailure ToFailure() => new(ModelFault.Malformed, $"The answer of {Asked.Model} at {Asked.Provider.Name} cannot be used: {Fault}") { Unfit = this };

    /// <summary>The model's own words go back as they came, veiled; they have not been revealed.</summary>
    public IEnumerable<ChatMessage> Repair()
    {
        var said = Answer.Text.Length > 0 ? Answer.Text : QuestionText.Calls(Answer.Calls).ToJsonString();
        yield return new ChatMessage(ChatRole.Assistant, said);
        yield return new ChatMessage(ChatRole.User, $"That answer cannot be used. {Asked.Request.Veil.Cover(Fault)} Answer again, with nothing but what was asked for.");
    }
}
