namespace OpsConsole.Core.Foundation.Text;

/// <summary>Names of months in the languages that are written to customers most, and their usual short forms; small letters.</summary>
internal static class MonthNames
{
    private static readonly string[] Names =
    [
        "january january janvier januar enero gennaio januari janeiro stycznia styczeń leden januari",
        "february february février februar febrero febbraio februari fevereiro lutego luty únor februari",
        "march march mars märz marzo marzo maart março marca marzec březen mars",
        "april april avril april abril aprile april abril kwietnia kwiecień duben april",
        "may may mai mai mayo maggio mei maio maja maj květen maj",
        "june june juin juni junio giugno juni junho czerwca czerwiec červen juni",
        "july july juillet juli julio luglio juli julho lipca lipiec červenec juli",
        "august august août august agosto agosto augustus agosto sierpnia sierpień srpen augusti",
        "september september septembre september septiembre settembre september setembro września wrzesień září september",
        "october october octobre oktober octubre ottobre oktober outubro października październik říjen oktober",
        "november november novembre november noviembre novembre november novembro listopada listopad listopad november",
        "december december décembre dezember diciembre dicembre december dezembro grudnia grudzień prosinec december",
    ];

    private static readonly string[] Short =
    [
        "jan janv jän ene gen sty", "feb févr fév febr fev lut", "mar mär mrz mrt", "apr avr abr kwi", "", "jun giu cze", "jul juil lug lip", "aug ago aoû", "sep sept wrz", "oct okt ott paź", "nov lis", "dec dez déc dic gru",
    ];

    public static Dictionary<string, int> ByName { get; } = Make();

    private static Dictionary<string, int> Make()
    {
        var months = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var month = 1; month <= 12; month++)
        {
            foreach (var name in $"{Names[month - 1]} {Short[month - 1]}".Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                months.TryAdd(name, month);
            }
        }

        return months;
    }
}
