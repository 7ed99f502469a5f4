using System.Text.Json.Nodes;
using OpsConsole.Core.DataReadiness;
using OpsConsole.Core.Preparation.Verifying;

namespace OpsConsole.Tests.Preparation.Verifying;

public sealed class TextCheckTests
{
    private static readonly Evidence Known = new(
        [
            Fact(1, "customer.name", "Customer · Name", "Leila Haddad", "Leila Haddad", "shop/customers/C-1001"),
            Fact(2, "order.status", "Order W-23187 · Status", "delivered", "delivered", "shop/orders/W-23187"),
            Fact(3, "order.total", "Order W-23187 · Total", 1200.5m, "1200.50 €", "shop/orders/W-23187"),
            Fact(4, "order.placed_at", "Order W-23187 · Placed", "2026-11-03T07:38:05Z", "3 Nov 2026, 07:38 UTC", "shop/orders/W-23187"),
            Fact(5, "order.status", "Order W-23190 · Status", "pending", "pending", "shop/orders/W-23190"),
            Fact(6, "order.total", "Order W-23190 · Total", 68m, "68.00 €", "shop/orders/W-23190"),
            Fact(7, "shipment.carrier", "Shipment S-1 · Carrier", "DHL Express", "DHL Express", "shop/shipments/S-1"),
        ],
        ["I want 20 euros back, it is the second time."]);

    [Theory]
    [InlineData("Leila Haddad [1] wants her money back.")]
    [InlineData("Order W-23187 came to 1,200.50 € [3].")]
    [InlineData("Die Bestellung W-23187 kostete 1.200,50 € [3].")]
    [InlineData("La commande du 3 novembre est livrée [2][4].")]
    [InlineData("It was placed on 2026-11-03 at 07:38 [4].")]
    [InlineData("The customer asks for 20 €.")]
    [InlineData("Order W-23187 is delivered [2], W-23190 is pending [5].")]
    [InlineData("Frau Haddad hat am 3. November bestellt.")]
    [InlineData("Order W-23187 has reached the customer [2].")]
    public void Check_WhatTheFactsSay_IsSupported(string text) => Assert.Equal(SentenceVerdict.Supported, One(text).Verdict);

    [Theory]
    [InlineData("Order W-23187 came to 1,250.50 € [3].", "1,250.50 €", 3)]
    [InlineData("Order W-23187 came to 1200.50 USD [3].", "1200.50 USD", 3)]
    [InlineData("It was placed on 4 November 2026 [4].", "4 November 2026", 4)]
    [InlineData("Order W-23187 is pending [2].", "pending", 2)]
    [InlineData("Order W-23187 was cancelled.", "cancelled", 2)]
    [InlineData("Order W-23187 has not been processed yet [2].", "not been processed yet", 2)]
    [InlineData("Order W-23187 has left the warehouse [2].", "left the warehouse", 2)]
    [InlineData("Jonas Berg [1] wants his money back.", "Jonas Berg", 1)]
    [InlineData("Jonas hat uns geschrieben [1].", "Jonas", 1)]
    [InlineData("Order W-23187 came to 68.00 €.", "68.00 €", 3)]
    [InlineData("Order W-23190 [2] has arrived.", "W-23190", 2)]
    public void Check_WhatAFactSaysOtherwise_IsContradictedByIt(string text, string word, int fact)
    {
        var sentence = One(text);
        Assert.Equal(SentenceVerdict.Contradicted, sentence.Verdict);
        Assert.Contains(sentence.Problems, problem => problem.Word == word && problem.Fact == fact && text[problem.Start..problem.End] == word);
    }

    [Theory]
    [InlineData("Order W-99999 is under way.", "W-99999")]
    [InlineData("We gave 35.00 € back.", "35.00 €")]
    [InlineData("It came on 17 November.", "17 November")]
    [InlineData("Dear Jonas,", "Jonas")]
    [InlineData("The total is 68.00 € [42].", "[42]")]
    [InlineData("Write to ceo@evil.example.", "ceo@evil.example")]
    public void Check_WhatStandsNowhere_IsUnsupported(string text, string word)
    {
        var sentence = One(text);
        Assert.Equal(SentenceVerdict.Unsupported, sentence.Verdict);
        Assert.Contains(sentence.Problems, problem => problem.Word == word);
    }

    [Theory]
    [InlineData("Thank you for your patience!")]
    [InlineData("That was about two weeks ago.")]
    [InlineData("A refund takes 3 to 5 working days.")]
    [InlineData("She wants it to be cancelled if it has not left yet.")]
    [InlineData("Sehr geehrte Damen und Herren,")]
    [InlineData("Nothing else is open.")]
    [InlineData("We are in contact with the customer and with the carrier.")]
    [InlineData("It has to reach the customer before it can be paid back.")]
    public void Check_WhatStatesNothing_IsLeftAlone(string text) => Assert.Equal(SentenceVerdict.NoClaim, One(text).Verdict);

    [Fact]
    public void Check_AWholeText_KeepsEverySentenceWithItsPlace()
    {
        const string Text = "Leila Haddad [1] wrote.\nOrder W-23187 was placed on 3. November 2026. Mr. Haddad? It cost 99 €.";
        var check = TextCheck.Check(Text, Known);
        Assert.Equal(["Leila Haddad [1] wrote.", "Order W-23187 was placed on 3. November 2026.", "Mr. Haddad?", "It cost 99 €."], check.Sentences.Select(sentence => Text[sentence.Start..sentence.End]));
        Assert.Equal(check.ToJson(), CheckedText.FromJson(check.ToJson()).ToJson());
    }

    [Fact]
    public void Check_AnythingAtAll_NeverThrows()
    {
        var random = new Random(4);
        const string Letters = "aZ09 .,:-/#[]€$%@\n\u202eäñ“”’3";
        for (var run = 0; run < 3000; run++)
        {
            TextCheck.Check(new string(random.GetItems<char>(Letters, random.Next(0, 120))), Known);
        }
    }

    private static CheckedSentence One(string text) => Assert.Single(TextCheck.Check(text, Known).Sentences);

    private static Fact Fact(int number, string attribute, string label, JsonNode value, string display, string record) => new()
    {
        Id = Guid.Empty,
        CaseId = Guid.Empty,
        Number = number,
        Attribute = attribute,
        Label = label,
        ValueJson = value.ToJsonString(),
        Display = display,
        Source = "shop",
        Record = record,
        ObservedAt = DateTimeOffset.UnixEpoch,
    };
}
