using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace OpsConsole.Core.Connectors.Sandbox.Seeding;

/// <summary>The shop's customers. All names, addresses and numbers are made up; mail goes to domains that cannot exist.</summary>
internal static class CustomerSeed
{
    private static readonly string[] Domains = ["mail.example", "post.example", "inbox.example"];

    public static IEnumerable<JsonObject> Make(Random random, DateTimeOffset now, int count)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        yield return First(taken);
        for (var number = 1002; number < 1001 + count; number++)
        {
            var country = PickCountry(random);
            var name = $"{random.Pick(country.FirstNames)} {random.Pick(country.LastNames)}";
            yield return Customer(
                number, name, Email(random, name, taken), $"{country.Phone} {random.Next(200, 999)} {random.Next(1000, 9999)}", Address(random, country),
                random.NextDouble() switch { < 0.82 => "standard", < 0.93 => "business", _ => "vip" },
                now.AddDays(-random.Next(60, 2200)));
        }
    }

    public static JsonObject Address(Random random, Country country)
    {
        var (city, postcode) = random.Pick(country.Cities);
        var (street, number) = (random.Pick(country.Streets), random.Next(1, 140));
        return new JsonObject
        {
            ["line1"] = country.NumberFirst ? $"{number} {street}" : $"{street} {number}",
            ["line2"] = random.NextDouble() < 0.12 ? $"c/o {random.Pick(country.LastNames)}" : "",
            ["city"] = city,
            ["postcode"] = Postcode(random, postcode),
            ["country"] = country.Name,
        };
    }

    /// <summary>The one customer whom every example and picture of the documentation shows.</summary>
    private static JsonObject First(HashSet<string> taken)
    {
        taken.Add("leila.haddad@mail.example");
        var address = new JsonObject { ["line1"] = "Kastanienallee 41", ["line2"] = "", ["city"] = "Berlin", ["postcode"] = "10435", ["country"] = "Germany" };
        return Customer(1001, "Leila Haddad", "leila.haddad@mail.example", "+49 30 555 0142", address, "standard", new DateTimeOffset(2021, 4, 12, 0, 0, 0, TimeSpan.Zero));
    }

    private static JsonObject Customer(int number, string name, string email, string phone, JsonObject address, string segment, DateTimeOffset since) => new()
    {
        ["customer_id"] = $"C-{number}",
        ["name"] = name,
        ["email"] = email,
        ["phone"] = phone,
        ["address"] = address,
        ["segment"] = segment,
        ["since"] = since.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["credit_balance"] = 0,
        ["flags"] = number % 97 == 0 ? new JsonArray("fraud hold") : [],
    };

    private static Country PickCountry(Random random)
    {
        var at = random.Next(Country.All.Sum(country => country.Share));
        return Country.All.First(country => (at -= country.Share) < 0);
    }

    private static string Email(Random random, string name, HashSet<string> taken)
    {
        var letters = name.ToLowerInvariant().Replace("ß", "ss", StringComparison.Ordinal).Replace('ł', 'l').Normalize(NormalizationForm.FormD)
            .Select(letter => letter == ' ' ? '.' : letter).Where(letter => letter is '.' or (>= 'a' and <= 'z'));
        var (local, domain) = (string.Concat(letters), random.Pick(Domains));
        var email = $"{local}@{domain}";
        for (var again = 2; !taken.Add(email); again++)
        {
            email = $"{local}{again}@{domain}";
        }

        return email;
    }

    private static string Postcode(Random random, string pattern) => string.Concat(pattern.Select(letter => letter switch
    {
        '#' => (char)('0' + random.Next(10)),
        '@' => "ABCDEFGHKLMNPRSTVWX"[random.Next(19)],
        _ => letter,
    }));
}
