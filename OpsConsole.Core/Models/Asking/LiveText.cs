using System.Text;
using OpsConsole.Core.Foundation.Text;

namespace OpsConsole.Core.Models.Asking;

/// <summary>Passes one answer on while it comes, at most ten times a second; what came in between is shown when the pause is over, also when nothing follows it.</summary>
internal sealed class LiveText(Action<string> show, Veil veil, SecretEcho echo, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly Lock _one = new();
    private readonly StringBuilder _came = new();
    private ITimer? _later;
    private long _last;
    private bool _hasWords;
    private bool _isWaiting;
    private bool _hasEnded;

    /// <param name="veiled">All that has come; only what is new is read, since an answer comes in thousands of pieces.</param>
    public void Say(StringBuilder veiled)
    {
        lock (_one)
        {
            _came.Append(veiled, _came.Length, Math.Max(0, veiled.Length - _came.Length));

            // Answers begin with an empty piece; the first words do not wait for its pause to be over.
            var since = _last == 0 || (!_hasWords && _came.Length > 0) ? Pause : clock.GetElapsedTime(_last);
            if (since >= Pause)
            {
                ShowSoFar();
            }
            else if (!_isWaiting)
            {
                _isWaiting = true;
                _later ??= clock.CreateTimer(_ => CatchUp(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                _later.Change(Pause - since, Timeout.InfiniteTimeSpan);
            }
        }
    }

    /// <summary>Shows the whole, whatever was shown before.</summary>
    public void End(string veiled)
    {
        lock (_one)
        {
            _hasEnded = true;
            show(veil.Reveal(veiled));
        }
    }

    /// <summary>Nothing is shown any more.</summary>
    public void Dispose()
    {
        lock (_one)
        {
            _hasEnded = true;
        }

        _later?.Dispose();
    }

    private void CatchUp()
    {
        lock (_one)
        {
            if (!_hasEnded && _isWaiting)
            {
                ShowSoFar();
            }
        }
    }

    private void ShowSoFar()
    {
        (_last, _hasWords, _isWaiting) = (clock.GetTimestamp(), _came.Length > 0, false);
        show(veil.Reveal(echo.CleanSoFar(_came.ToString())));
    }
}
