using System.Text.Json.Nodes;

namespace OpsConsole.Bench.Behaving;

/// <summary>In which of its answers somebody behaves so that the answer can still be used.</summary>
internal enum Usable
{
    Never,

    /// <summary>Where plain text is asked for: any text is one, and what it says is checked elsewhere.</summary>
    InText,

    Always,
}

/// <summary>One way in which a model, its server or the way to it behaves.</summary>
/// <param name="Do">What is answered, from what a well-behaved model would answer and how often the question was asked already.</param>
/// <param name="IsQuick">Whether it needs no time-out and no waiting.</param>
internal sealed record Behaviour(string Name, Usable Usable, Func<StubAnswer, int, StubAnswer> Do, bool IsQuick = true)
{
    private const int Megabyte = 1024 * 1024;

    public static IReadOnlyList<Behaviour> All { get; } =
    [
        new("streamed", Usable.Always, (good, _) => good),
        new("says not what it used", Usable.Always, (good, _) => good with { WithUsage = false }),
        new("slow but in time", Usable.Always, (good, _) => good with { Pause = TimeSpan.FromMilliseconds(4) }),
        new("malformed JSON", Usable.InText, (_, _) => StubAnswer.Say("Sure, I would do that.")),
        new("malformed, then repaired", Usable.Always, (good, asked) => asked == 0 ? StubAnswer.Say("{\"half\": ") : good),
        new("wrong schema", Usable.InText, (_, _) => StubAnswer.Say("""{"surprise": [1, 2, {"three": null}]}""")),
        new("deep JSON", Usable.InText, (_, _) => StubAnswer.Say(new string('[', 2_000)) with { PieceLength = 1_000 }),
        new("calls a tool that is none", Usable.Never, (_, _) => StubAnswer.Call("delete_everything", [])),
        new("calls a write", Usable.Never, (_, _) => StubAnswer.Call("refund_payment", new JsonObject { ["payment_id"] = "PAY-1", ["amount"] = 1, ["reason"] = "because" })),
        new("truncated stream", Usable.Never, (_, _) => StubAnswer.Say("This ends in the middle of") with { Finish = null }, IsQuick: false),
        new("connection cut", Usable.Never, (_, _) => StubAnswer.Say("This ends in the middle of an answer") with { Cut = true }, IsQuick: false),
        new("dropped without a byte", Usable.Never, (_, _) => new StubAnswer { Drop = true }, IsQuick: false),
        new("429 with Retry-After, then well", Usable.Always, (good, asked) => asked == 0 ? StubAnswer.Fail(429, headers: ("retry-after", "1")) : good, IsQuick: false),
        new("429 for an hour", Usable.Never, (_, _) => StubAnswer.Fail(429, headers: ("retry-after", "3600"))),
        new("429 for good", Usable.Never, (_, _) => StubAnswer.Fail(429), IsQuick: false),
        new("500 twice, then well", Usable.Always, (good, asked) => asked < 2 ? StubAnswer.Fail(500) : good, IsQuick: false),
        new("500 for good", Usable.Never, (_, _) => StubAnswer.Fail(500), IsQuick: false),
        new("key not accepted", Usable.Never, (_, _) => StubAnswer.Fail(401)),
        new("refuses the question", Usable.Never, (_, _) => StubAnswer.Fail(400, "Not this question", "content_filter")),
        new("slow tokens", Usable.Never, (_, _) => StubAnswer.Say(new string('x', 600)) with { Pause = TimeSpan.FromMilliseconds(200) }, IsQuick: false),
        new("hangs", Usable.Never, (_, _) => new StubAnswer { Hang = true }, IsQuick: false),
        new("1 MB answer", Usable.Never, (_, _) => StubAnswer.Say(new string('x', Megabyte)) with { PieceLength = 4_096 }),
        new("wrong content type", Usable.Never, (_, _) => new StubAnswer { Body = "<html><body>Welcome to the gateway</body></html>", ContentType = "text/html" }, IsQuick: false),
        new("no chat at all", Usable.Never, (_, _) => new StubAnswer { Body = "[1, 2, 3]" }, IsQuick: false),
        new("empty answer", Usable.Never, (_, _) => StubAnswer.Say("")),
        new("each piece twice", Usable.InText, (good, _) => good with { Twice = true }),
        new("error inside the stream", Usable.Never, (good, _) => StubAnswer.Say("This goes well until the gateway") with { Error = """{"error": {"message": "upstream connect error", "code": 502}}""" }, IsQuick: false),
    ];

    /// <summary>Whether a stage has an answer that it can use.</summary>
    /// <param name="prompt">What the stage asks.</param>
    public bool IsUsableIn(string prompt) => Usable switch
    {
        Usable.Always => true,
        Usable.InText => prompt is "summarise" or "reply" || (prompt == "reads" && Name != "each piece twice"),
        _ => prompt == "reads" && Name == "empty answer",
    };
}
