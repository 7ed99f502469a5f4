namespace OpsConsole.Core.Foundation.Packs;

/// <summary>One kind of content of packs; each feature brings the parts that it owns.</summary>
public interface IPackPart
{
    /// <summary>Reads this part's files, tells every fault, and changes nothing.</summary>
    /// <returns>What puts the content in the place of the pack's former one; called only when the whole pack has no fault.</returns>
    Func<CancellationToken, Task> Read(PackReading reading);

    /// <summary>Whether something of that name stands already, from elsewhere than the pack that is being read.</summary>
    bool Knows(PackName name) => false;
}
