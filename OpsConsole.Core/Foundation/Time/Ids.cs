namespace OpsConsole.Core.Foundation.Time;

/// <summary>Ids that sort by the time at which they were made (UUID version 7, RFC 9562), so that indexes grow at one end.</summary>
public static class Ids
{
    public static Guid New(TimeProvider clock) => Guid.CreateVersion7(clock.GetUtcNow());
}
