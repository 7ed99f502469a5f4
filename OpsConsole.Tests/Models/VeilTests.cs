using System.Text.Json;
using System.Text.Json.Nodes;
using OpsConsole.Core.BusinessMap;
using OpsConsole.Core.Models;

namespace OpsConsole.Tests.Models;

public sealed class VeilTests
{
    private static readonly MapEntity Customer = new("customer", "Customer", "shop", "customers", "name", null, [], [])
    {
        Personal = ["name", "email", "phone", "address", "cards.last"],
        Secret = ["door"],
    };

    [Theory]
    [InlineData("name", "Zoë Müller", "ZOE  MULLER")]
    [InlineData("name", "Zoë Müller", "zoe\u0308 mu\u0308ller")]
    [InlineData("name", "Zoë Müller", "Zoe Mueller")]
    [InlineData("name", "Zoë Müller", "Zo\\u00eb\\nM\\u00FCller")]
    [InlineData("name", "Zoë Müller", "Zo%C3%AB%20M%C3%BCller")]
    [InlineData("name", "Zoë Müller", "zoë_müller")]
    [InlineData("name", "Seán O'Brien", "sean o\u2019brien")]
    [InlineData("name", "Anna Berg", "An\u00ADna\u00A0Be\u200Brg")]
    [InlineData("email", "jo.berg@mail.example", "JO.BERG@mail.example")]
    [InlineData("email", "jo.berg@mail.example", "jo.berg%40mail.example")]
    [InlineData("email", "jo.berg@mail.example", "jo.berg&#64;mail.example")]
    [InlineData("phone", "+49 30 555 0142", "0049305550142")]
    [InlineData("phone", "+49 30 555 0142", "030/555-01 42")]
    [InlineData("phone", "+49 30 555 0142", "(030) 5550142")]
    [InlineData("card", "4111 1111 1111 1111", "4111-1111-1111-1111")]
    [InlineData("address", "12 \"Rose\" Lane", "12 \\\"Rose\\\" Lane")]
    public void Cover_ValueInAnotherSpelling_IsHidden(string kind, string value, string written)
    {
        var veil = new Veil();
        veil.Hide(kind, value);
        var covered = veil.Cover($"Before ({written}) after.");
        Assert.StartsWith("Before (", covered, StringComparison.Ordinal);
        Assert.EndsWith(") after.", covered, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"[a-zA-Z]{4,}\)|\d{4}", covered[..covered.IndexOf(") after", StringComparison.Ordinal)].Replace(kind, "", StringComparison.Ordinal));
        Assert.Contains($"⟦{kind}-", covered, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Write to jo.berg@mail.example.", "jo.berg@mail.example")]
    [InlineData("Call +43 660 1234567 now", "+43 660 1234567")]
    [InlineData("Call (030) 555-0142 now", "0142")]
    [InlineData("Call 0660/1234567", "1234567")]
    [InlineData("card 4012 8888 8888 1881 please", "1881")]
    [InlineData("IBAN DE89 3704 0044 0532 0130 00 bitte", "0532")]
    [InlineData("key sk-proj-abcdEFGH1234ijklMNOP", "abcdEFGH")]
    [InlineData("Authorization: Bearer abcdefghijklmnop1234", "abcdefghijklmnop1234")]
    [InlineData("token ghp_abcdefghijklmnopqrstuvwxyz012345", "abcdefghij")]
    public void Cover_PlainlyPersonalOrSecret_IsHiddenUnnamed(string text, string canary)
    {
        var veil = new Veil();
        Assert.DoesNotContain(canary, veil.Cover(text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Order W-23187 of 2026-11-17T10:00:00Z costs 1042.90 EUR")]
    [InlineData("#W7310042, item 8812345079, 5500912348")]
    [InlineData("On 09-12-2026 or 05.11.2026 at 10:00, 0.12345678 kg")]
    [InlineData("payment PAY-88213, tracking N1234567890123")]
    [InlineData("id 0198a1b2-33c4-7d55-8e66-99f00a1b2c3d")]
    public void Cover_NumbersThatAreNobodys_Stay(string text) => Assert.Equal(text, new Veil().Cover(text));

    [Fact]
    public void Cover_ValuesThatOverlap_HidesAllAndComesBack()
    {
        var veil = new Veil();
        veil.Hide("name", "Anna Lee");
        veil.Hide("name", "Lee Wong");
        var covered = veil.Cover("I am Anna Lee Wong.");
        Assert.DoesNotContain("Wong", covered, StringComparison.Ordinal);
        Assert.Equal("I am Anna Lee Wong.", veil.Reveal(covered));
    }

    [Fact]
    public void Cover_SecretInsideOfAPersonalValue_NeverComesBack()
    {
        var veil = new Veil();
        veil.Hide(Veil.Secret, "open-sesame-77");
        veil.Hide("address", "Gate open-sesame-77, Hill Road");
        Assert.DoesNotContain("sesame", veil.Reveal(veil.Cover("It is Gate open-sesame-77, Hill Road.")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Milan Toller", null)]
    [InlineData("Milan", "Toller")]
    public void Cover_NameInside_AnIdComesBackExactly(string name, string? other)
    {
        var veil = new Veil();
        foreach (var hidden in new[] { name, other }.OfType<string>())
        {
            veil.HideName(hidden);
        }

        var covered = veil.Cover("""{"user_id":"milan_toller_1204","hello":"Milan"}""");
        Assert.DoesNotContain("oller", covered, StringComparison.Ordinal);
        Assert.Equal("""{"user_id":"milan_toller_1204","hello":"Milan"}""", veil.Reveal(covered));
    }

    [Theory]
    [InlineData("⟦EMAIL-1⟧")]
    [InlineData("[email-1]")]
    [InlineData("[[Email 1]]")]
    [InlineData("<email_1>")]
    [InlineData("{email-1}")]
    [InlineData("\\u27e6email-1\\u27e7")]
    [InlineData("⟦ email – 1 ⟧")]
    [InlineData("email-1")]
    [InlineData("⟦email-01⟧")]
    public void Reveal_PlaceholderWrittenDifferently_IsPutBack(string written)
    {
        var veil = new Veil();
        veil.Hide("email", "jo@mail.example");
        Assert.Equal("to jo@mail.example, please", veil.Reveal($"to {written}, please"));
    }

    [Theory]
    [InlineData("⟦email-1⟧")]
    [InlineData("[email-1]")]
    [InlineData("email-1")]
    [InlineData("\\u27e6email-1\\u27e7")]
    public void Cover_SomebodyWritesAPlaceholder_GetsNobodysValue(string written)
    {
        var veil = new Veil();
        veil.Hide("email", "jo@mail.example");
        var revealed = veil.Reveal(veil.Cover($"Please send it to {written} now"));
        Assert.Equal($"Please send it to {written} now", revealed);
    }

    [Fact]
    public void Hide_AfterAPlaceholderWasWritten_DoesNotTakeItsNumber()
    {
        var veil = new Veil();
        var covered = veil.Cover("Please send it to ⟦email-1⟧ now");
        veil.Hide("email", "jo@mail.example");
        Assert.DoesNotContain("jo@", veil.Reveal(covered), StringComparison.Ordinal);
    }

    [Fact]
    public void Fill_Record_HidesWhatTheMapMarksAndNothingElse()
    {
        var veil = new Veil();
        var record = JsonNode.Parse("""
            {"customer_id":"C-1042","name":"Mara Lindqvist","email":"mara@mail.example","phone":460701234567,"segment":"gold","door":"4711#",
             "address":{"line1":"Storgatan 5","city":"Lund","postcode":"22350"},"cards":[{"last":"9911","kind":"visa"},{"last":"7722"}]}
            """)!.AsObject();
        VeilMaker.Fill(veil, Customer, record);
        var covered = veil.Cover(record)!.ToJsonString();
        Assert.All(new[] { "Mara", "indqvist", "mail.example", "460701234567", "4711", "Storgatan", "Lund", "22350", "9911", "7722" }, canary => Assert.DoesNotContain(canary, covered, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("C-1042", covered, StringComparison.Ordinal);
        Assert.Contains("gold", covered, StringComparison.Ordinal);
        var revealed = veil.Reveal(JsonNode.Parse(covered))!;
        Assert.Equal("Mara Lindqvist", revealed["name"]!.ToString());
        Assert.DoesNotContain("4711", revealed.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Cover_AlotOfText_EndsSoon()
    {
        var veil = new Veil();
        foreach (var number in Enumerable.Range(0, 500))
        {
            veil.Hide("name", $"Person Number{number}");
        }

        var text = string.Concat(Enumerable.Repeat("a.b-c+d@ 0 1 2 (3) +4 -----BEGIN PRIVATE KEY----- Person Number7 DE89 37 ", 2_000));
        Assert.DoesNotContain("Number7 ", veil.Cover(text), StringComparison.Ordinal);
    }

    [Fact]
    public void MappingOf_Texts_HoldsWhatIsInThemAndNoSecret()
    {
        var veil = new Veil();
        veil.Hide("email", "jo@mail.example");
        veil.Hide("email", "not-there@mail.example");
        veil.Hide(Veil.Secret, "open-sesame-77");
        var covered = veil.Cover("jo@mail.example and open-sesame-77");
        var mapping = JsonSerializer.Serialize(veil.MappingOf(covered));
        Assert.Equal("""{"email-1":"jo@mail.example"}""", mapping);
        Assert.Equal("jo@mail.example and ⟦secret-3⟧", Veil.From(JsonNode.Parse(mapping)!.AsObject()).Reveal(covered));
    }
}
