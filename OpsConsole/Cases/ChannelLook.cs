using OpsConsole.Controls;
using OpsConsole.Core.Cases.Replying;
using OpsConsole.Core.Connectors.Channels;

namespace OpsConsole.Cases;

/// <summary>How channels and the state of a reply are shown.</summary>
internal static class ChannelLook
{
    public static string Icon(string channel) => ChannelNames.Of(channel) switch
    {
        ChannelNames.Email => "mail",
        ChannelNames.Chat => "chat",
        ChannelNames.Phone => "phone",
        ChannelNames.Any => "more",
        _ => "term",
    };

    public static string Name(string channel) => ChannelNames.Of(channel) switch
    {
        ChannelNames.Email => "E-mail",
        ChannelNames.Chat => "Chat",
        ChannelNames.Phone => "Phone",
        ChannelNames.WebForm => "Web form",
        ChannelNames.Any => "Every other channel",
        var other => Phrase.Heading(other),
    };

    public static (Tone Tone, string Glyph, string Word) Of(DeliveryState state) => state switch
    {
        DeliveryState.Queued => (Tone.Quiet, "queued", "Queued"),
        DeliveryState.Sending => (Tone.Info, "running", "Sending"),
        DeliveryState.Retrying => (Tone.Warn, "queued", "Waiting, not reached yet"),
        DeliveryState.Sent => (Tone.Good, "ack", "Sent"),
        DeliveryState.Refused => (Tone.Bad, "failed", "Refused"),
        DeliveryState.Unknown => (Tone.Unknown, "unknown", "Unknown whether sent"),
        DeliveryState.Failed => (Tone.Bad, "failed", "Not sent"),
    };
}
