namespace OpsConsole.Cases;

/// <summary>Languages as English speakers call them. The process runs without cultures, so they are listed here.</summary>
public static class ReplyLanguage
{
    /// <summary>The name of a code such as <c>de</c>; an unknown code stays as it is.</summary>
    public static string Name(string code) => code switch
    {
        "en" => "English",
        "de" => "German",
        "fr" => "French",
        "es" => "Spanish",
        "it" => "Italian",
        "nl" => "Dutch",
        "pt" => "Portuguese",
        "pl" => "Polish",
        "sv" => "Swedish",
        _ => code,
    };
}
