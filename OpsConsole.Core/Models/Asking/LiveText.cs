namespace OpsConsole.Core.Models.Asking;

/// <summary>Passes an answer on while it comes, at most ten times a second.</summary>
internal sealed class LiveText(Action<string> show, Veil veil, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private long _last;

    public void Say(string veiled)
    {
        if (_last != 0 && clock.GetElapsedTime(_last) < Pause)
        {
            return;
        }

        _last = clock.GetTimestamp();
        show(veil.Reveal(veiled));
    }
}
