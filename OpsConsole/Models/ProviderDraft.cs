using OpsConsole.Core.Models;

namespace OpsConsole.Models;

/// <summary>A provider as it is being typed.</summary>
public sealed class ProviderDraft
{
    private const decimal Millionths = 1_000_000m;
    private readonly int _position;

    private ProviderDraft(ModelProvider from, bool isNew)
    {
        (IsNew, _position) = (isNew, from.Position);
        (Name, Kind, BaseUrl, ApiVersion) = (from.Name, from.Kind, from.BaseUrl, from.ApiVersion);
        (FastModel, CarefulModel, Region, IsOn) = (from.FastModel, from.CarefulModel, from.Region, from.IsOn);
        (ConnectSeconds, FirstTokenSeconds, WholeSeconds, AnswerKilobytes) = (from.ConnectSeconds, from.FirstTokenSeconds, from.WholeSeconds, from.MostAnswerBytes / 1024);
        (InputPrice, OutputPrice) = (from.InputPrice / Millionths, from.OutputPrice / Millionths);
    }

    public bool IsNew { get; }

    public string Name { get; set; }

    public ProviderKind Kind { get; set; }

    public string BaseUrl { get; set; }

    public string ApiVersion { get; set; }

    public string? FastModel { get; set; }

    public string? CarefulModel { get; set; }

    public string Region { get; set; }

    public bool IsOn { get; set; }

    public int ConnectSeconds { get; set; }

    public int FirstTokenSeconds { get; set; }

    public int WholeSeconds { get; set; }

    public int AnswerKilobytes { get; set; }

    /// <summary>In the currency of the budgets, for a million tokens.</summary>
    public decimal InputPrice { get; set; }

    public decimal OutputPrice { get; set; }

    /// <summary>Empty leaves the key as it is.</summary>
    public string Key { get; set; } = "";

    public static ProviderDraft New() => new(new ModelProvider { Name = "", IsOn = true }, isNew: true);

    public static ProviderDraft Of(ModelProvider provider) => new(provider, isNew: false);

    /// <summary>What the address is for most of its kind.</summary>
    public static string Address(ProviderKind kind) => kind switch
    {
        ProviderKind.OpenAi => "https://api.openai.com/v1",
        ProviderKind.Azure => "https://NAME.openai.azure.com",
        ProviderKind.Compatible => "http://localhost:11434/v1",
    };

    public ModelProvider ToProvider() => new()
    {
        Name = Name.Trim(),
        Kind = Kind,
        BaseUrl = BaseUrl.Trim(),
        ApiVersion = Kind == ProviderKind.Azure ? ApiVersion.Trim() : "",
        FastModel = Text(FastModel),
        CarefulModel = Text(CarefulModel),
        Position = _position,
        Region = Region.Trim(),
        IsOn = IsOn,
        ConnectSeconds = ConnectSeconds,
        FirstTokenSeconds = FirstTokenSeconds,
        WholeSeconds = WholeSeconds,
        MostAnswerBytes = (int)Math.Clamp(AnswerKilobytes * 1024L, 0, int.MaxValue),
        InputPrice = Price(InputPrice),
        OutputPrice = Price(OutputPrice),
    };

    internal static long Price(decimal amount) => (long)Math.Clamp(Math.Round(amount * Millionths), -1, 1_000_000_000_000_000m);

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
