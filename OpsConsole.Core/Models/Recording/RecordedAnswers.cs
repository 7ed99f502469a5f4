using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.AI;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Models.Asking;

namespace OpsConsole.Core.Models.Recording;

/// <summary>
/// What models answered about the cases of an earlier evaluation, said again to the same questions: of each prompt in its order. A question
/// that was not asked then, or of which the prompt has changed since, gets no answer, and it is told. One case at a time.
/// </summary>
internal sealed class RecordedAnswers
{
    private readonly IReadOnlyDictionary<int, Guid> _numbers;
    private readonly ILookup<Guid, Kept> _cases;
    private readonly HashSet<ModelRole> _roles;
    private readonly ExchangeVeils _veils;
    private readonly SortedSet<string> _gaps = new(StringComparer.Ordinal);
    private Dictionary<string, Queue<Kept>> _left = [];

    private RecordedAnswers(IReadOnlyDictionary<int, Guid> numbers, IReadOnlyList<Kept> kept, ExchangeVeils veils)
    {
        _numbers = numbers;
        _cases = kept.ToLookup(row => row.CaseId);
        _roles = [.. kept.Select(row => row.Role)];
        _veils = veils;
    }

    /// <summary>What could not be said again about the case whose turn it is, a sentence each.</summary>
    public IReadOnlyCollection<string> Gaps => _gaps;

    /// <param name="numbers">Under which id each case of the evaluation was asked about, by its number.</param>
    public static async Task<RecordedAnswers> ReadAsync(OpsDatabase database, ExchangeVeils veils, IReadOnlyDictionary<int, Guid> numbers, CancellationToken cancellation) => new(
        numbers,
        await database.ReadAsync(
            db => db.Set<ModelExchange>().Where(row => row.CaseId != null && numbers.Values.Contains(row.CaseId.Value)).OrderBy(row => row.Sequence)
                .Select(row => new Kept(
                    row.CaseId!.Value, row.Id, row.Prompt, row.PromptVersion, row.PromptDigest, row.Role, row.Provider, row.Model, row.Attempt, row.AnswerText, row.VeilProtected, row.Outcome, row.Sentence, row.Bytes > 0))
                .ToListAsync(cancellation),
            cancellation),
        veils);

    public bool Serves(ModelRole role) => _roles.Contains(role);

    /// <summary>Takes up what was answered about one case.</summary>
    public void Turn(int number)
    {
        _gaps.Clear();
        _left = Questions(_numbers.TryGetValue(number, out var caseId) ? _cases[caseId] : []).GroupBy(last => last.Prompt, StringComparer.Ordinal).ToDictionary(group => group.Key, group => new Queue<Kept>(group), StringComparer.Ordinal);
    }

    public ModelAnswer Answer(ModelRequest request)
    {
        var name = request.Prompt.Name;
        if (!_left.TryGetValue(name, out var left) || !left.TryDequeue(out var kept))
        {
            return Gap($"The question “{name}” was not asked when this was recorded.");
        }

        if (kept.Digest != request.Prompt.Digest)
        {
            return Gap($"The prompt “{name}” has changed since this was recorded: version {kept.Version} was answered, version {request.Prompt.Version} is asked.");
        }

        return !kept.IsWhole ? Gap($"What was answered to “{name}” was dropped to keep within the bound for questions and answers.")
            : kept.Outcome == ExchangeOutcome.Answered ? Read(kept, request)
            : new ModelAnswer.Unanswered(kept.Id, FaultOf(kept.Outcome), kept.Sentence);
    }

    /// <summary>Of the tries of each question the last: it is the one that counted.</summary>
    private static IEnumerable<Kept> Questions(IEnumerable<Kept> tries)
    {
        Kept? last = null;
        foreach (var one in tries)
        {
            if (one.Attempt == 1 && last is not null)
            {
                yield return last;
            }

            last = one;
        }

        if (last is not null)
        {
            yield return last;
        }
    }

    private static ModelFault FaultOf(ExchangeOutcome outcome) => outcome switch
    {
        ExchangeOutcome.Unavailable => ModelFault.Unavailable,
        ExchangeOutcome.RateLimited => ModelFault.RateLimited,
        ExchangeOutcome.Refused => ModelFault.Refused,
        ExchangeOutcome.Malformed => ModelFault.Malformed,
        ExchangeOutcome.Sent or ExchangeOutcome.Answered or ExchangeOutcome.TimedOut or ExchangeOutcome.Cancelled => ModelFault.TimedOut,
    };

    private ModelAnswer.Unanswered Gap(string sentence)
    {
        _gaps.Add(sentence);
        return new ModelAnswer.Unanswered(null, ModelFault.NotRecorded, sentence);
    }

    /// <summary>With what was hidden then put back; held against the schema that is asked for now.</summary>
    private ModelAnswer Read(Kept kept, ModelRequest request)
    {
        var veil = _veils.Open(kept.Veil) ?? new Veil();
        var (text, calls) = request.Tools.Count > 0 ? QuestionText.Parted(kept.Answer) : (kept.Answer, null);
        JsonNode? json = null;
        if (request.Schema is { } schema)
        {
            (json, var fault) = AnswerJson.Read(text, schema, veil);
            if (fault is not null)
            {
                return new ModelAnswer.Unanswered(kept.Id, ModelFault.Malformed, $"What {kept.Model} at {kept.Provider} answered then cannot be used now: {fault}");
            }
        }

        return new ModelAnswer.Answered(kept.Id, veil.Reveal(text), json, [.. (calls ?? []).OfType<JsonObject>().Select(call => Call(call, veil))], kept.Provider, kept.Model, 0, 0, 0);
    }

    private static FunctionCallContent Call(JsonObject call, Veil veil) => new(
        "", call["name"]?.ToString() ?? "",
        (veil.Reveal(call["arguments"]) as JsonObject)?.ToDictionary(argument => argument.Key, argument => (object?)argument.Value?.DeepClone(), StringComparer.Ordinal));

    private sealed record Kept(
        Guid CaseId, Guid Id, string Prompt, int Version, string Digest, ModelRole Role, string Provider, string Model, int Attempt, string Answer, string? Veil, ExchangeOutcome Outcome, string Sentence, bool IsWhole);
}
