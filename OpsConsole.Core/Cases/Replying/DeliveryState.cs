namespace OpsConsole.Core.Cases.Replying;

/// <summary>How far a reply has come.</summary>
public enum DeliveryState
{
    /// <summary>A person has sent it; the job takes it next.</summary>
    Queued,

    /// <summary>Being handed to the channel.</summary>
    Sending,

    /// <summary>The channel was not reached, certainly without effect; it is tried again.</summary>
    Retrying,

    /// <summary>The channel has taken it, or a person says that it arrived.</summary>
    Sent,

    /// <summary>The channel said no; nothing was sent. A person may send it again.</summary>
    Refused,

    /// <summary>It may or may not have been sent; a person says which. Never repeated by itself.</summary>
    Unknown,

    /// <summary>It was never sent: the channel was not reached in time, or somebody stopped it. A person may send it again.</summary>
    Failed,
}
