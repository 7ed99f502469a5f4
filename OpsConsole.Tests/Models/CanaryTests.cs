using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.AI;
using OpsConsole.Core.BusinessMap;
using OpsConsole.Core.Models;
using OpsConsole.Tests.Fakes;

namespace OpsConsole.Tests.Models;

/// <summary>Personal data planted anywhere in records and texts never stands in what leaves the house, as the other side sees it.</summary>
public sealed class CanaryTests
{
    private static readonly MapEntity Customer = new("customer", "Customer", "shop", "customers", "name", null, [], []) { Personal = ["name", "contact", "lines"], Secret = ["pin"] };

    private static readonly Gen<char> Letter = Gen.Elements("abcdefghijklmnopqrstuvwxyzäöüßéèçñøłABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ".ToCharArray());

    private static readonly Gen<string> Word = Gen.Choose(7, 12).SelectMany(length => Letter.ArrayOf(length)).Select(letters => new string(letters));

    private static readonly Gen<string> Digits = Gen.Choose(9, 12).SelectMany(length => Gen.Elements("123456789".ToCharArray()).ArrayOf(length)).Select(digits => new string(digits));

    private static readonly Gen<string> Value = Gen.OneOf(
        Word, Word.Zip(Word, (first, last) => $"{first} {last}"), Digits.Select(digits => $"+{digits}"), Word.Select(word => $"{word}@mail.example"),
        Word.Zip(Digits, (street, number) => $"{street} \"{number}\""));

    /// <summary>The same value as somebody else would write it.</summary>
    private static readonly Func<string, string>[] Spellings =
    [
        value => value, value => value.ToUpperInvariant(), value => value.ToLowerInvariant(), value => value.Replace(" ", "  ", StringComparison.Ordinal), value => value.Replace(" ", "\n", StringComparison.Ordinal),
        value => JsonSerializer.Serialize(value)[1..^1], Uri.EscapeDataString, value => value.Normalize(NormalizationForm.FormD), value => $"«{value}»", value => $"{{\"deep\":{JsonSerializer.Serialize(value)}}}",
    ];

    private static readonly Gen<(string[] Values, int Seed)> Planted = Value.ArrayOf(6).Zip(Gen.Choose(0, int.MaxValue - 1), (values, seed) => (values, seed));

    [Fact]
    public async Task Ask_ValuesPlantedAnywhere_NoneOfThemIsSent()
    {
        await using var desk = await ModelDesk.OpenAsync();
        await desk.LimitAsync(limits => (limits.DayTokens, limits.DayCost) = (100_000_000, 10_000_000_000));
        foreach (var (values, seed) in Planted.Sample(60, 60))
        {
            var random = new Random(seed);
            var (record, request) = Plant(values, random);
            VeilMaker.Fill(request.Veil, Customer, record);
            Assert.IsType<ModelAnswer.Answered>(await desk.Host.Get<AskModel>().AskAsync(request, CancellationToken.None));
            var sent = desk.Stub.Requests.Last();
            Assert.All(values, value => Assert.False(Holds(sent.Text, value), $"seed {seed}: {value} stands in {sent.Text}"));
            var kept = (await desk.ExchangesAsync())[^1];
            Assert.All(values, value => Assert.False(Holds(kept.RequestText + kept.AnswerText + kept.VeilProtected, value), $"seed {seed}: {value} is kept in the clear"));
        }
    }

    private static bool Holds(string text, string value)
    {
        var (plain, wanted) = (Plain(text), Plain(value));
        return plain.Contains(wanted, StringComparison.Ordinal);
    }

    /// <summary>Written independently of the veil: escapes of JSON undone, small letters, nothing but letters and digits.</summary>
    private static string Plain(string text)
    {
        var strings = new List<string>();
        try
        {
            Collect(JsonNode.Parse(text), strings);
        }
        catch (JsonException)
        {
            strings.Add(text);
        }

        return string.Concat(string.Concat(strings).ToLowerInvariant().Where(char.IsLetterOrDigit));
    }

    private static void Collect(JsonNode? node, List<string> strings)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, value) in members)
                {
                    strings.Add(name);
                    Collect(value, strings);
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    Collect(item, strings);
                }

                break;
            case not null:
                strings.Add(node.ToString());
                break;
        }
    }

    private static (JsonObject Record, ModelRequest Request) Plant(string[] values, Random random)
    {
        string Any() => Spellings[random.Next(Spellings.Length)](values[random.Next(values.Length)]);
        var record = new JsonObject
        {
            ["name"] = values[0], ["contact"] = new JsonObject { ["mail"] = values[1], ["other"] = new JsonArray(values[2]) }, ["lines"] = new JsonArray(new JsonObject { ["a"] = values[3] }, values[4]), ["pin"] = values[5],
        };
        var tool = AIFunctionFactory.CreateDeclaration(
            "look_up", $"Looks {Any()} up.",
            JsonSerializer.SerializeToElement(new JsonObject { ["type"] = "object", ["properties"] = new JsonObject { ["who"] = new JsonObject { ["enum"] = new JsonArray(Any(), "x"), ["description"] = Any() } } }));
        return (record, new ModelRequest
        {
            Prompt = new PromptRef("canary", 1, ""), Role = ModelRole.Fast, Veil = new Veil(), Tools = [tool],
            Messages =
            [
                new ChatMessage(ChatRole.System, $"Context: {record.ToJsonString()}"),
                new ChatMessage(ChatRole.User, $"I am {Any()} and write to {Any()}, {Any()}."),
                new ChatMessage(ChatRole.Assistant, [new FunctionCallContent("c1", "look_up", new Dictionary<string, object?> { ["who"] = Any() })]),
                new ChatMessage(ChatRole.Tool, [new FunctionResultContent("c1", new JsonObject { [Any()] = Any(), ["record"] = record.DeepClone() })]),
            ],
        });
    }
}
