namespace OpsConsole.Core.Connectors.Channels;

/// <summary>How a channel connector carries messages out.</summary>
public enum ChannelConnectorKind
{
    /// <summary>Writes each message as a file below the data folder; nothing leaves the machine.</summary>
    FileOutbox,

    /// <summary>Hands each message to a mail server.</summary>
    Smtp,

    /// <summary>Posts each message, signed, to an address of the operator's, such as a chat gateway.</summary>
    Webhook,
}

/// <summary>A way out to customers that an admin has set up. Its secret lies with the other secrets.</summary>
public sealed class ChannelConnector
{
    public required Guid Id { get; init; }

    public required string Name { get; set; }

    public required ChannelConnectorKind Kind { get; init; }

    /// <summary>JSON of <see cref="ChannelSettings"/>.</summary>
    public required string SettingsJson { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }

    public required string ChangedBy { get; set; }

    /// <summary>Grows with every change, so that one admin does not overwrite another unseen.</summary>
    public int Version { get; set; }

    /// <summary>Under which its secret is kept.</summary>
    public static string SecretId(Guid id) => $"channel/{id}";
}

/// <summary>Which connector a channel's replies go through.</summary>
public sealed class ChannelRoute
{
    /// <summary>A channel as <see cref="ChannelNames"/> writes it.</summary>
    public required string Channel { get; init; }

    public required Guid ConnectorId { get; set; }
}
