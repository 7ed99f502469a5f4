using System.Text.Json;
using OpsConsole.Core.Foundation.Yaml;
using OpsConsole.Core.Policies.Documents;

namespace OpsConsole.Tests.Policies.Documents;

public sealed class PolicyYamlTests
{
    private static readonly string[] Texts =
    [
        "it's", "\"quoted\"", "'single' and \"double\"", "> 25", "- dash", "a: b", "# no comment", "true", "null", "yes", "12", "1e5", "{a}", "[b]", "a, b", "&x", "*y", "!z", "%d", "@m",
        "`tick`", "two\nlines", "  leading", "trailing ", "tab\there", "\\back\\slash", "ümlaut 25 €", "日本語", "emoji 🙂", "\u0085next", "\u2028line", "\u00a0hard", "~", ".5", "=", "<<", "?", "x\r\ny", "",
    ];

    public static TheoryData<string> Awkward { get; } = [.. Texts];

    [Theory]
    [MemberData(nameof(Awkward))]
    public void Read_WhatWasWritten_IsTheSame(string text)
    {
        var document = Document(text);
        var errors = new List<ConfigError>();
        var read = PolicyYaml.Read("p.yaml", PolicyYaml.Write(document), errors);
        Assert.Empty(errors);
        Assert.Equal(Json(document), Json(read!));
    }

    [Fact]
    public void Write_ARandomDocument_ReadsBackTheSame()
    {
        var random = new Random(20_261_126);
        for (var round = 0; round < 500; round++)
        {
            var document = Document(string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => Texts[random.Next(Texts.Length)])));
            var errors = new List<ConfigError>();
            Assert.Equal(Json(document), Json(PolicyYaml.Read("p.yaml", PolicyYaml.Write(document), errors)!));
        }
    }

    [Theory]
    [InlineData("hit: collect", "from: 2026-13-01", "p.yaml:6: 'from' must be a day such as 2026-12-01, not '2026-13-01'")]
    [InlineData("title: Refunds", "title: [Refunds]", "p.yaml:2: 'title' must be a text")]
    [InlineData("when: { amount: \"> 100\"", "when: { amuont: \"> 100\"", "p.yaml:15: 'amuont' is not known here; known are amount, status, flags")]
    [InlineData("hit: collect", "hti: collect", "p.yaml:6: 'hti' is not known here; known are id, title, owner, source, governs, from, until, hit, model, given, inputs, rules, tests")]
    public void Read_AFault_IsToldWithItsLine(string good, string bad, string error)
    {
        var errors = new List<ConfigError>();
        Assert.Null(PolicyYaml.Read("p.yaml", PolicyTexts.Refunds.Replace(good, bad, StringComparison.Ordinal), errors));
        Assert.Equal([error], errors.Select(found => found.ToString()));
    }

    [Fact]
    public void Read_ATextOverTheBound_IsRefusedUnparsed()
    {
        var errors = new List<ConfigError>();
        Assert.Null(PolicyYaml.Read("p.yaml", new string('x', PolicyYaml.LongestText + 1), errors));
        Assert.Equal("p.yaml:1: the file has 20000001 characters; 20000000 is the most", errors.Single().ToString());
    }

    private static PolicyDocument Document(string text) => new(
        "refunds",
        text,
        "Customer care",
        text,
        ["sandbox.refund_payment", text],
        [text, "late"],
        new DateOnly(2026, 12, 1),
        new DateOnly(2027, 1, 31),
        text,
        [new DocumentInput("Amount", text)],
        [new DocumentInput("amount of " + text, text, text), new DocumentInput("status", "order.status")],
        [
            new DocumentRule("R1", [text, "-"], "require-approval", "supervisor", 2, true, true, "PT4H", ["admin", text], [text], text, text),
            new DocumentRule("R2", ["-", "not(\"pending\")"], text, "", 1, false, false, "", [], [], "Fine.", ""),
        ],
        [
            new PolicyTest(text, JsonSerializer.Serialize(new Dictionary<string, object?> { ["text " + text] = text, ["list"] = new object?[] { 1.50m, null, true, text } }, DocumentJson.Options), "deny", "", ["R1"]),
            new PolicyTest("not JSON", "{ half", "allow", "agent", []),
            new PolicyTest("exponent", "{\"a\":1e5}", "allow", "agent", []),
        ]);

    private static string Json(PolicyDocument document) => DocumentJson.Write(document);
}
