namespace OpsConsole.Bench.Behaving;

/// <summary>Stands until it is let go: what two consoles make up of the time at their start is then the same.</summary>
internal sealed class HeldClock : TimeProvider
{
    private readonly DateTimeOffset _start = System.GetUtcNow();
    private volatile bool _isHeld = true;

    public override DateTimeOffset GetUtcNow() => _isHeld ? _start : base.GetUtcNow();

    public void LetGo() => _isHeld = false;
}
