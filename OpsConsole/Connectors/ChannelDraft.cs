using OpsConsole.Core.Connectors.Channels;

namespace OpsConsole.Connectors;

/// <summary>A channel connector while it is being typed.</summary>
public sealed class ChannelDraft
{
    private ChannelSettings _settings = new();

    public Guid? Id { get; private init; }

    public int SeenVersion { get; private init; }

    public bool HasSecret { get; private init; }

    public string Name { get; set; } = "";

    public ChannelConnectorKind Kind { get; set; } = ChannelConnectorKind.Smtp;

    public string FromAddress { get; set; } = "";

    public string FromName { get; set; } = "";

    public string Signature { get; set; } = "";

    public string Host { get; set; } = "";

    public int Port { get; set; } = new ChannelSettings().Port;

    public MailEncryption Encryption { get; set; }

    public string User { get; set; } = "";

    public string Url { get; set; } = "";

    public string Folder { get; set; } = new ChannelSettings().Folder;

    public string Secret { get; set; } = "";

    public static ChannelDraft Of(ChannelConnectorView connector) => new()
    {
        _settings = connector.Settings,
        Id = connector.Id,
        SeenVersion = connector.Version,
        HasSecret = connector.SecretSetAt is not null,
        Name = connector.Name,
        Kind = connector.Kind,
        FromAddress = connector.Settings.FromAddress,
        FromName = connector.Settings.FromName,
        Signature = connector.Settings.Signature,
        Host = connector.Settings.Host,
        Port = connector.Settings.Port,
        Encryption = connector.Settings.Encryption,
        User = connector.Settings.User,
        Url = connector.Settings.Url,
        Folder = connector.Settings.Folder,
    };

    public ChannelForm ToForm() => new(
        Id,
        SeenVersion,
        Name,
        Kind,
        _settings with
        {
            FromAddress = FromAddress.Trim(),
            FromName = FromName.Trim(),
            Signature = Signature.Trim(),
            Host = Host.Trim(),
            Port = Port,
            Encryption = Encryption,
            User = User.Trim(),
            Url = Url.Trim(),
            Folder = Folder.Trim(),
        },
        Secret.Length == 0 ? null : Secret);
}
