using System.Text.RegularExpressions;

namespace OpsConsole.Core.Preparation.Modelling;

/// <summary>The language that somebody writes in, by the small words that each language cannot do without. Too little text is English.</summary>
public static partial class CustomerLanguage
{
    private const int LeastWords = 2;

    private static readonly (string Code, HashSet<string> Words)[] Languages =
    [
        Of("en", "the and is are was my i you your please to of for with have has not it this that would want can order from but"),
        Of("de", "der die das und ist sind war mein meine ich sie bitte zu von für mit habe hat nicht es diese dass möchte kann bestellung aber ein eine den dem auf"),
        Of("fr", "le la les et est sont mon ma mes je vous votre veuillez à de des pour avec ai a pas ce cette que voudrais commande mais un une du sur"),
        Of("es", "el la los las y es son mi mis yo usted su por favor a de para con he ha no esto esta que quiero pedido pero un una del quisiera"),
        Of("it", "il lo la gli le e è sono mio mia io lei suo per favore a di con ho ha non questo questa che vorrei ordine ma un una del della"),
        Of("nl", "de het en is zijn was mijn ik u uw alstublieft graag naar van voor met heb heeft niet dit dat wil kan bestelling maar een op"),
        Of("pt", "o os as e é são meu minha eu você seu por favor para de com não isto esta que quero pedido mas um uma do da gostaria"),
        Of("pl", "i jest są mój moja ja pan pani proszę do z dla nie to ten ta że chcę zamówienie ale na się mam"),
        Of("sv", "och är var min mitt jag du er snälla till av för med har inte det denna att vill kan beställning men en ett på"),
    ];

    /// <returns>A code such as <c>de</c>.</returns>
    public static string Of(string text)
    {
        var words = Word().Matches(text).Take(400).Select(match => match.Value.ToLowerInvariant()).ToList();
        var best = Languages.Select(language => (language.Code, Count: words.Count(language.Words.Contains))).MaxBy(pair => pair.Count);
        return best.Count < LeastWords ? "en" : best.Code;
    }

    private static (string, HashSet<string>) Of(string code, string words) => (code, new HashSet<string>(words.Split(' '), StringComparer.Ordinal));

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();
}
