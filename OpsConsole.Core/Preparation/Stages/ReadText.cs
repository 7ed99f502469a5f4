using OpsConsole.Core.Preparation.Classifying;
using OpsConsole.Core.Preparation.Identifying;
using OpsConsole.Core.Preparation.Modelling;
using OpsConsole.Core.Preparation.Understanding;

namespace OpsConsole.Core.Preparation.Stages;

/// <summary>What was understood of what the customer wrote, as it grows in one run.</summary>
internal sealed class ReadText(MessageReading reading, ScannedText scan, DateTimeOffset started)
{
    public MessageReading Reading => reading;

    public ScannedText Scan => scan;

    public DateTimeOffset Started => started;

    public required TypeChoice Type { get; set; }

    /// <summary>As a model read them; none without one.</summary>
    public IReadOnlyList<Wish> Wishes { get; set; } = [];

    /// <summary>Whether its stage has been written.</summary>
    public bool IsWritten { get; set; }

    /// <summary>A request that names no record can be about any; then all of the customer's are read.</summary>
    public bool NeedsAll =>
        reading.Mentions.Count == 0 || (reading.Mentions.DistinctBy(mention => mention.RecordId).Count() > 1 && reading.Requests.Any(request => request.Mentions.Count == 0))
        || reading.Requests.Any(request => !reading.Mentions.Any(mention => mention.Entity == request.Playbook.Subject));
}
