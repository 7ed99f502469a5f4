using System.Globalization;

namespace OpsConsole.Bench;

/// <summary>What is wrong with a summary.</summary>
internal enum Planted
{
    Nothing,
    WrongNumber,
    SwappedCustomer,
    InventedOrder,
    WrongDate,
    WrongStatus,
    WrongCurrency,

    /// <summary>A right amount of this customer's, said of the wrong order.</summary>
    AmountOfAnotherOrder,

    /// <summary>A wrong state in other words than its own, such as "has reached the customer".</summary>
    WrongStatusInOtherWords,

    /// <summary>A wrong amount in a sentence that tells of two orders.</summary>
    WrongNumberOfTwo,
}

/// <summary>A summary of a case, and the sentence in which something is wrong; null when nothing is.</summary>
internal sealed record GroundingText(string Text, string? Wrong, Planted Planted);

/// <summary>Writes summaries as people and models do, in six languages. It knows nothing of how they are checked.</summary>
internal sealed class GroundingWriter(Random random, GroundingCase @case, string language)
{
    private static readonly Dictionary<string, string[]> Sentences = new(StringComparer.Ordinal)
    {
        ["en"] = ["{name} has written to us about order {id}{name#}.", "Order {id} is {status}{status#}.", "Order {id} came to {total}{total#}.", "The order was placed on {placed}{placed#}.", "It was delivered on {delivered}{delivered#}.", "So far {refunded} went back{refunded#}.",
            "{id}: status {status}{status#}, total {total}{total#}, placed {placed}{placed#}.", "The customer, {name}{name#}, bought a {item}{item#} for {total}{total#}.", "Placed on {placed}{placed#}, order {id} cost {total}{total#}.",
            "Order {id} came to {total}{total#}, order {id2} to {total2}{total2#}.", "{name}'s order {id}{name#} {state}{status#}."],
        ["de"] = ["{name} hat uns wegen der Bestellung {id} geschrieben{name#}.", "Die Bestellung {id} ist {status}{status#}.", "Die Bestellung {id} kostete {total}{total#}.", "Sie wurde am {placed} aufgegeben{placed#}.", "Zugestellt wurde sie am {delivered}{delivered#}.", "Bisher gingen {refunded} zurück{refunded#}."],
        ["fr"] = ["{name} nous a écrit au sujet de la commande {id}{name#}.", "La commande {id} est {status}{status#}.", "La commande {id} s'élève à {total}{total#}.", "Elle a été passée le {placed}{placed#}.", "Elle a été livrée le {delivered}{delivered#}."],
        ["es"] = ["{name} nos ha escrito sobre el pedido {id}{name#}.", "El pedido {id} está {status}{status#}.", "El pedido {id} costó {total}{total#}.", "Se hizo el {placed}{placed#}.", "Se entregó el {delivered}{delivered#}."],
        ["it"] = ["{name} ci ha scritto per l'ordine {id}{name#}.", "L'ordine {id} è {status}{status#}.", "L'ordine {id} costa {total}{total#}.", "È stato fatto il {placed}{placed#}."],
        ["nl"] = ["{name} schreef ons over bestelling {id}{name#}.", "Bestelling {id} is {status}{status#}.", "Bestelling {id} kostte {total}{total#}.", "Die is geplaatst op {placed}{placed#}."],
    };

    private static readonly Dictionary<string, string[]> Loose = new(StringComparer.Ordinal)
    {
        ["en"] = ["This was about two weeks ago.", "The tone is friendly but impatient.", "Nothing else is open at the moment.", "A refund usually takes 3 to 5 working days.", "Would the customer take an exchange instead?", "They want it to be cancelled if it has not left yet.", "The parcel was expected earlier this month.", "Thanks for looking into it!"],
        ["de"] = ["Das war vor etwa zwei Wochen.", "Der Ton ist freundlich, aber ungeduldig.", "Eine Erstattung dauert meist 3 bis 5 Werktage.", "Vielen Dank für Ihre Geduld!", "Sehr geehrte Damen und Herren,"],
        ["fr"] = ["C'était il y a environ deux semaines.", "Le ton est aimable.", "Un remboursement prend 3 à 5 jours.", "Merci de votre patience !"],
        ["es"] = ["Fue hace unas dos semanas.", "El tono es amable.", "Un reembolso tarda de 3 a 5 días.", "¡Muchas gracias por su paciencia!"],
        ["it"] = ["È successo circa due settimane fa.", "Un rimborso richiede 3 giorni.", "Grazie per la pazienza!"],
        ["nl"] = ["Dat was ongeveer twee weken geleden.", "Een terugbetaling duurt 3 tot 5 dagen.", "Bedankt voor uw geduld!"],
    };

    private static readonly Dictionary<string, string[]> StateWords = new(StringComparer.Ordinal)
    {
        ["en"] = ["pending", "being processed", "shipped", "delivered", "cancelled"], ["de"] = ["ausstehend", "in Bearbeitung", "versandt", "zugestellt", "storniert"],
        ["fr"] = ["en attente", "en cours de traitement", "expédiée", "livrée", "annulée"], ["es"] = ["pendiente", "en proceso", "enviado", "entregado", "cancelado"],
        ["it"] = ["in attesa", "in lavorazione", "spedito", "consegnato", "annullato"], ["nl"] = ["in behandeling", "in verwerking", "verzonden", "bezorgd", "geannuleerd"],
    };

    private static readonly string[] OtherWords = ["has not been looked at yet", "is on the packing table", "has left our warehouse", "has reached the customer", "was called off"];

    private static readonly string[] Known = ["EUR", "USD", "GBP", "CHF"];

    private readonly GroundingStyle _style = new(random, language);

    /// <summary>Null when the case has nothing in which this could be wrong.</summary>
    public GroundingText? Write(Planted planted)
    {
        var order = @case.Orders[random.Next(@case.Orders.Count)];
        var needed = planted switch
        {
            Planted.SwappedCustomer => "{name}",
            Planted.InventedOrder => "{id}",
            Planted.WrongDate => random.Next(2) == 0 && order.Delivered is not null && language is "en" or "de" or "fr" or "es" ? "{delivered}" : "{placed}",
            Planted.WrongStatus => "{status}",
            Planted.WrongStatusInOtherWords => "{state}",
            Planted.WrongNumberOfTwo => "{total2}",
            Planted.Nothing => "",
            _ => "{total}",
        };
        var second = Other(order);
        var fitting = Sentences[language].Where(sentence => second is not null || !sentence.Contains("{id2}", StringComparison.Ordinal)).Where(sentence => order.Delivered is not null || !(sentence.Contains("{delivered", StringComparison.Ordinal) || sentence.Contains("{refunded", StringComparison.Ordinal))).ToList();
        var with = fitting.Where(sentence => sentence.Contains(needed, StringComparison.Ordinal) && (planted != Planted.AmountOfAnotherOrder || sentence.Contains("{id}", StringComparison.Ordinal))).ToList();
        if (with.Count == 0 || (planted == Planted.AmountOfAnotherOrder && second is null))
        {
            return null;
        }

        var bad = with[random.Next(with.Count)];
        var chosen = fitting.Where(sentence => sentence != bad && random.Next(3) > 0).Append(bad).ToArray();
        random.Shuffle(chosen);
        var lines = chosen.Select(sentence => (Text: Fill(sentence, order, sentence == bad ? planted : Planted.Nothing), IsBad: sentence == bad && planted != Planted.Nothing)).ToList();
        foreach (var loose in Loose[language].Where(_ => random.Next(3) == 0))
        {
            lines.Insert(random.Next(lines.Count + 1), (loose, false));
        }

        return new GroundingText(string.Join(random.Next(3) == 0 ? "\n" : " ", lines.Select(line => line.Text)), lines.FirstOrDefault(line => line.IsBad).Text, planted);
    }

    private GroundingOrder? Other(GroundingOrder order) => @case.Orders.FirstOrDefault(other => other.Id != order.Id && (other.Total != order.Total || other.Currency != order.Currency));

    private string Fill(string sentence, GroundingOrder order, Planted planted)
    {
        var cites = random.Next(4);
        var id = planted == Planted.InventedOrder ? Invented(order.Id) : order.Id;
        var other = planted == Planted.AmountOfAnotherOrder ? Other(order)! : order;
        var filled = sentence
            .Replace("{name}", planted == Planted.SwappedCustomer ? Stranger() : Called(@case.First, @case.Last), StringComparison.Ordinal)
            .Replace("{id}", id, StringComparison.Ordinal)
            .Replace("{status}", Status(order.Status, planted == Planted.WrongStatus), StringComparison.Ordinal)
            .Replace("{total}", _style.Money(planted == Planted.WrongNumber ? Wrong(order.Total) : other.Total, planted == Planted.WrongCurrency ? Foreign(order.Currency) : other.Currency), StringComparison.Ordinal)
            .Replace("{refunded}", _style.Money(order.Refunded, order.Currency), StringComparison.Ordinal)
            .Replace("{placed}", _style.Day(planted == Planted.WrongDate ? Wrong(order.Placed) : order.Placed), StringComparison.Ordinal)
            .Replace("{delivered}", _style.Day(planted == Planted.WrongDate ? Wrong(order.Delivered ?? order.Placed) : order.Delivered ?? order.Placed), StringComparison.Ordinal)
            .Replace("{item}", order.Item, StringComparison.Ordinal)
            .Replace("{state}", OtherWords[(Array.IndexOf(GroundingCase.States, order.Status) + (planted == Planted.WrongStatusInOtherWords ? random.Next(1, 5) : 0)) % 5], StringComparison.Ordinal);
        if (Other(order) is { } two)
        {
            filled = filled.Replace("{id2}", two.Id, StringComparison.Ordinal)
                .Replace("{total2}", _style.Money(planted == Planted.WrongNumberOfTwo ? Wrong(two.Total) : two.Total, two.Currency), StringComparison.Ordinal)
                .Replace("{total2#}", cites == 0 ? "" : $" [{two.Fact["total"].ToString(CultureInfo.InvariantCulture)}]", StringComparison.Ordinal);
        }

        foreach (var (name, number) in order.Fact.Append(KeyValuePair.Create("name", @case.NameFact)))
        {
            // Some cite everything, some little: an uncited sentence is held against all facts.
            filled = filled.Replace($"{{{name}#}}", cites == 0 ? "" : $" [{number.ToString(CultureInfo.InvariantCulture)}]", StringComparison.Ordinal);
        }

        return filled;
    }

    private string Called(string first, string last) => language == "en" && random.Next(5) == 0 ? $"Ms {last}" : $"{first} {last}";

    /// <summary>Somebody else altogether, or a first or a last name that is not the customer's; now and then by first name alone.</summary>
    private string Stranger()
    {
        while (true)
        {
            var (first, last) = GroundingCase.Person(random);
            if (first != @case.First && last != @case.Last)
            {
                return random.Next(10) switch { 0 => first, 1 or 2 => $"{@case.First} {last}", 3 => $"{first} {@case.Last}", _ => Called(first, last) };
            }
        }
    }

    private string Invented(string id)
    {
        while (true)
        {
            var digits = id.ToCharArray();
            var places = Enumerable.Range(0, id.Length).Where(at => char.IsAsciiDigit(id[at])).ToArray();
            foreach (var at in random.GetItems(places, random.Next(1, 4)))
            {
                digits[at] = (char)('0' + random.Next(10));
            }

            var invented = new string(digits);
            if (@case.Orders.All(order => order.Id != invented))
            {
                return invented;
            }
        }
    }

    private string Status(string state, bool wrong)
    {
        var at = Array.IndexOf(GroundingCase.States, state);
        return StateWords[language][wrong ? (at + random.Next(1, 5)) % 5 : at];
    }

    /// <summary>Off by a cent, two digits swapped, a digit lost, ten times as much, or another amount.</summary>
    private decimal Wrong(decimal amount)
    {
        var wrong = random.Next(5) switch
        {
            0 => amount + 0.01m,
            1 => amount * 10,
            2 => Math.Floor(amount / 10) + 0.5m,
            3 => Math.Round(amount * 1.08m, 2),
            _ => amount + random.Next(1, 300),
        };
        return @case.Orders.Any(order => order.Total == wrong || order.Refunded == wrong) ? wrong + 7.77m : wrong;
    }

    private DateTime Wrong(DateTime day)
    {
        var wrong = random.Next(4) switch { 0 => day.AddDays(1), 1 => day.AddDays(-random.Next(2, 20)), 2 => day.AddMonths(1), _ => day.AddDays(random.Next(20, 60)) };
        return @case.Orders.Any(order => order.Placed.Date == wrong.Date || order.Delivered?.Date == wrong.Date) ? wrong.AddDays(97) : wrong;
    }

    private string Foreign(string currency)
    {
        string[] others = [.. Known.Where(each => each != currency)];
        return others[random.Next(others.Length)];
    }
}
