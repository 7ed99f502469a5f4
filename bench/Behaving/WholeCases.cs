using System.Globalization;
using System.Text.Json.Nodes;
using OpsConsole.Bench.Competent;
using OpsConsole.Core.Models.Configuring;

namespace OpsConsole.Bench.Behaving;

/// <summary>
/// Whole cases through the pipeline, each behaviour in each stage that asks, and in all: the case ends prepared, the playbooks' proposals are
/// those without a model, what could not be used is said in words, in time, within the budget, and nothing is written anywhere.
/// </summary>
internal sealed class WholeCases(ModelStub stub, BehavingDesk with, BehavingDesk without, int seconds) : IAsyncDisposable
{
    public const string EveryStage = "every";

    public static readonly IReadOnlyList<string> Stages = ["classify", "wishes", "reads", "plan", "summarise", "reply", EveryStage];

    private const string Understood = "Hello,\n\nI want my money back for order {order.order_id}, not as described.\n\n{customer.name}\n{customer.email}";
    private const string Unsure = "Hello,\n\nthe {order.items[1].name} came on time, thank you, yet next to our sofa it looks quite wrong. How do I get it back to you? It is order {order.order_id}.\n\n{customer.name}\n{customer.email}";
    private const string Pick = "order.status = \"delivered\" and count(customer.flags) = 0";

    /// <param name="seconds">How long an answer may take in all; half of it until it begins.</param>
    /// <param name="hosts">Further servers that may be asked.</param>
    public static async Task<WholeCases> OpenAsync(string packs, int seconds, params IReadOnlyList<string> hosts)
    {
        var stub = await ModelStub.StartAsync();
        var clock = new HeldClock();
        var with = await BehavingDesk.OpenAsync(packs, clock, [stub.Host, .. hosts]);
        var without = await BehavingDesk.OpenAsync(packs, clock);
        clock.LetGo();
        await with.Core.LimitAsync(new ModelLimits { DayTokens = 100_000_000, DayCost = 1_000_000_000 });
        var cases = new WholeCases(stub, with, without, seconds);
        await cases.ConnectAsync(stub.Address, "stub");
        return cases;
    }

    /// <returns>What is wrong; nothing when all is well; and how long it took.</returns>
    public async Task<(IReadOnlyList<string> Faults, TimeSpan Took)> RunAsync(Behaviour behaviour, string stage)
    {
        stub.Answers = Misbehave(behaviour, stage);
        var (made, plain, took) = await PrepareAsync(stage == "classify");
        var faults = made.Faults(plain, took, new ModelLimits().CaseTokens).Concat(Traces()).ToList();
        var isSaid = made.Case.ModelNote.Contains(WholeCase.NotUsed, StringComparison.Ordinal);
        var hit = stage == EveryStage ? Stages.Where(prompt => made.IsAnswered(prompt) is not null).ToList() : [stage];
        if (hit.Count == 0 || hit.Exists(prompt => made.IsAnswered(prompt) is null))
        {
            faults.Add("the stage asked nothing");
        }
        else if (stage != EveryStage && (made.IsAnswered(stage) == true && !isSaid) != behaviour.IsUsableIn(stage))
        {
            faults.Add(isSaid ? "an answer that can be used was not" : "an answer that cannot be used passed for one");
        }

        if (hit.Any(prompt => !behaviour.IsUsableIn(prompt)) != isSaid)
        {
            faults.Add(isSaid ? $"the case says: {made.Case.ModelNote}" : "the case does not say that the model could not be used");
        }

        return ([.. faults, .. stage == EveryStage && hit.All(prompt => !behaviour.IsUsableIn(prompt)) ? made.Differences(plain) : []], took);
    }

    /// <summary>A server that is somebody else's, or not there at all; whatever it does, it does in every stage.</summary>
    /// <param name="isUsable">Whether any of its answers can be used.</param>
    public async Task<(IReadOnlyList<string> Faults, TimeSpan Took)> RunAsync(string address, string model, bool isUsable)
    {
        await ConnectAsync(address, model);
        var (made, plain, took) = await PrepareAsync(isUnsure: false);
        await ConnectAsync(stub.Address, "stub");
        var faults = made.Faults(plain, took, new ModelLimits().CaseTokens).Concat(Traces()).ToList();
        if (!made.Case.ModelNote.Contains(WholeCase.NotUsed, StringComparison.Ordinal))
        {
            faults.Add("the case does not say that the model could not be used");
        }

        return ([.. faults, .. isUsable ? [] : made.Differences(plain)], took);
    }

    public async ValueTask DisposeAsync()
    {
        await with.DisposeAsync();
        await without.DisposeAsync();
        await stub.DisposeAsync();
    }

    private Task ConnectAsync(string address, string model) =>
        with.Core.ConnectAsync(address, model, provider => (provider.ConnectSeconds, provider.FirstTokenSeconds, provider.WholeSeconds) = (1, seconds / 2, seconds));

    private static Func<JsonObject, StubAnswer> Misbehave(Behaviour behaviour, string stage)
    {
        var asked = new Dictionary<string, int>(StringComparer.Ordinal);
        return body =>
        {
            var (good, prompt) = (CompetentModel.Answer(body), Question.Read(body).Prompt);
            if (stage != EveryStage && prompt != stage)
            {
                return good;
            }

            asked[prompt] = asked.GetValueOrDefault(prompt) + 1;
            return behaviour.Do(good, asked[prompt] - 1);
        };
    }

    /// <param name="isUnsure">Whether it has to be a message of which the classifier is not sure; that depends on the words of the record, too.</param>
    private async Task<(WholeCase With, WholeCase Without, TimeSpan Took)> PrepareAsync(bool isUnsure)
    {
        var message = isUnsure ? Unsure : Understood;
        while (true)
        {
            var picked = await with.PickAsync(Pick);
            var plain = await without.ReceiveAsync(message, picked);
            await without.PrepareDueAsync();
            var expected = await without.ReadAsync(plain);
            if (isUnsure && expected.Case.CaseTypeId is not null)
            {
                continue;
            }

            var id = await with.ReceiveAsync(message, picked);
            var took = await with.PrepareDueAsync();
            return (await with.ReadAsync(id), expected, took);
        }
    }

    private IEnumerable<string> Traces()
    {
        if (with.Writes > 0 || with.Effects > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{with.Writes} writes were called, {with.Effects} effects happened");
        }
    }
}
