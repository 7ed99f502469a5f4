using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Feel;
using OpsConsole.Core.Preparation.Playbooks;
using OpsConsole.Core.Preparation.Slots;
using OpsConsole.Core.Preparation.Understanding;

namespace OpsConsole.Core.Preparation.Planning;

/// <summary>What became of one request: actions, or what has to be asked.</summary>
/// <param name="Unclear">Sentences behind the request that were not understood and may change others too.</param>
/// <param name="IsPossible">Nothing that was said speaks against the record, even if something must still be asked.</param>
internal sealed record RequestPlan(IReadOnlyList<PlannedAction> Actions, IReadOnlyList<string> Questions, IReadOnlyList<string> Unclear, bool IsPossible = false);

/// <summary>
/// Finds the record that a request is about, by its identifier or as the only one that the request fits, and reads the playbook's slots.
/// Nothing is proposed from a request of which a word was not understood.
/// </summary>
internal sealed class RequestPlanner(MessageReading message, CaseRecords records)
{
    private readonly JsonObject _records = records.ToJson();

    public RequestPlan Plan(Request request)
    {
        var named = Named(request);
        if (named.Count > 0 && named.All(mention => records.Find(mention.Entity, mention.RecordId) is null))
        {
            return Asks([$"There is no {request.Playbook.Subject} {named[0].RecordId} of this customer."]);
        }

        var candidates = named.Count > 0
            ? named.Select(mention => records.Find(mention.Entity, mention.RecordId)).OfType<GatheredRecord>().DistinctBy(record => record.Id).ToList()
            : records.OfCustomer(request.Playbook.Subject).ToList();
        if (candidates.Count == 0)
        {
            return Asks([$"Which {request.Playbook.Subject} is it about?"]);
        }

        var tries = candidates.Select(candidate => Try(request, candidate, [.. named])).ToList();
        var fits = tries.Where(attempt => attempt.Questions.Count == 0).ToList();
        if (fits.Count == 1 && (named.Count > 0 || tries.Count(attempt => attempt.IsPossible) == 1))
        {
            return fits[0];
        }

        return named.Count > 1 && fits.Count == 0 ? Each(request, candidates) : Choose(request, candidates, tries, fits, named.Count > 0);
    }

    /// <summary>Several records listed in one request without anything said of a single one: one action each.</summary>
    private RequestPlan Each(Request request, List<GatheredRecord> candidates)
    {
        var tries = candidates.Select(candidate => Try(request, candidate, [])).ToList();
        return tries.All(attempt => attempt.Questions.Count == 0) && request.Playbook.Slots.All(slot => slot.Reader is ChoiceReader)
            ? new RequestPlan([.. tries.SelectMany(attempt => attempt.Actions)], [], [.. tries.SelectMany(attempt => attempt.Unclear).Distinct()])
            : Asks([.. tries.SelectMany(attempt => attempt.Questions).Distinct()]);
    }

    private RequestPlan Choose(Request request, List<GatheredRecord> candidates, List<RequestPlan> tries, List<RequestPlan> fits, bool isNamed)
    {
        var possible = candidates.Where((_, index) => tries[index].IsPossible).Select(candidate => candidate.Id).ToList();
        if (fits.Count > 1 || (!isNamed && possible.Count > 1))
        {
            return Asks([$"Which {request.Playbook.Subject} is meant? The request fits {string.Join(", ", possible)}."]);
        }

        return candidates.Count == 1 || isNamed
            ? tries[0]
            : possible.Count == 1 ? tries.Single(attempt => attempt.IsPossible)
            : Asks([$"Which {request.Playbook.Subject} is meant? “{Quote(request)}” fits none of {string.Join(", ", candidates.Select(candidate => candidate.Id))} without a question."]);
    }

    /// <summary>The records that the request names; else the only one that the whole message names.</summary>
    private List<Mention> Named(Request request)
    {
        var own = request.Mentions.Where(mention => mention.Entity == request.Playbook.Subject).DistinctBy(mention => mention.RecordId).ToList();
        var all = message.Mentions.Where(mention => mention.Entity == request.Playbook.Subject).DistinctBy(mention => mention.RecordId).ToList();
        return own.Count > 0 ? own : all.Count == 1 ? all : [];
    }

    /// <param name="request">The request.</param>
    /// <param name="subject">The record that it is taken to be about.</param>
    /// <param name="others">Records that are named; each but the subject must be understood as something else.</param>
    private RequestPlan Try(Request request, GatheredRecord subject, IReadOnlyList<Mention> others)
    {
        var view = View(request.Playbook, subject);
        var reading = new RequestReading(request, message, view);
        reading.UseMentions(mention => others.Count == 0 || mention.RecordId == subject.Id);
        if (request.Playbook.Situations.FirstOrDefault(situation => PlaybookExpression.Holds(situation.When, view)) is not { } situation)
        {
            return Asks([FeelTemplate.Render(request.Playbook.Otherwise, view)]);
        }

        var questions = reading.ReadSlots();
        var (leftOver, unclear) = reading.NotUnderstood();
        questions.AddRange(leftOver.Select(text => $"Not understood: “{text}”."));
        return questions.Count > 0
            ? new RequestPlan([], questions, unclear, leftOver.Count == 0 && !reading.IsContradicted)
            : new RequestPlan([ActionBuilder.Build(request.Playbook, situation, subject, reading.Slots, reading.Sources, view)], [], unclear, IsPossible: true);
    }

    private JsonObject View(Playbook playbook, GatheredRecord subject) => new()
    {
        ["customer"] = records.Customer is { } customer ? Body(customer) : null,
        [playbook.Subject] = Body(subject),
        ["records"] = _records.DeepClone(),
    };

    /// <summary>The record with its id, which not every system writes into it.</summary>
    private static JsonObject Body(GatheredRecord record)
    {
        var body = (JsonObject)record.Record.Body.DeepClone();
        body["_id"] = record.Id;
        return body;
    }

    private static RequestPlan Asks(IReadOnlyList<string> questions) => new([], questions, []);

    private string Quote(Request request) => message.Text[request.Tokens[0].Start..request.Tokens[^1].End];
}
