namespace OpsConsole.Tests.Journeys;

/// <summary>Size and theme of a window.</summary>
public sealed record WindowLook(int Width, int Height, bool Dark)
{
    public static readonly WindowLook Desk = new(1440, 900, Dark: false);
    public static readonly WindowLook DeskDark = Desk with { Dark = true };
    public static readonly WindowLook Phone = new(390, 844, Dark: false);
    public static readonly WindowLook PhoneDark = Phone with { Dark = true };

    /// <summary>The four looks in which every page is looked at.</summary>
    public static readonly IReadOnlyList<WindowLook> All = [Desk, DeskDark, Phone, PhoneDark];

    /// <summary>Part of a picture's file name.</summary>
    public string Name => $"{(Dark ? "dark" : "light")}{(Width < 960 ? "-phone" : "")}";
}
