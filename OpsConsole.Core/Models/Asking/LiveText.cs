using System.Text;
using OpsConsole.Core.Foundation.Text;

namespace OpsConsole.Core.Models.Asking;

/// <summary>Passes an answer on while it comes, at most ten times a second.</summary>
internal sealed class LiveText(Action<string> show, Veil veil, SecretEcho echo, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private long _last;
    private bool _hasWords;

    /// <param name="veiled">Read only when something is shown: an answer comes in thousands of pieces.</param>
    public void Say(StringBuilder veiled)
    {
        // Answers begin with an empty piece; the first words do not wait for its pause to be over.
        if (_last == 0 || (!_hasWords && veiled.Length > 0) || clock.GetElapsedTime(_last) >= Pause)
        {
            _hasWords = veiled.Length > 0;
            Show(echo.CleanSoFar(veiled.ToString()));
        }
    }

    /// <summary>Shows the whole, whatever was shown before.</summary>
    public void End(string veiled) => Show(veiled);

    private void Show(string veiled)
    {
        _last = clock.GetTimestamp();
        show(veil.Reveal(veiled));
    }
}
