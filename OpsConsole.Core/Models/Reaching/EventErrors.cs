using System.Text;

namespace OpsConsole.Core.Models.Reaching;

/// <summary>
/// Looks for an event such as <c>data: {"error": {"message": "…"}}</c>. Gateways send it once the status is gone; the SDK reads it as a piece
/// of an answer without content, so that the reason would be lost.
/// </summary>
internal sealed class EventErrors
{
    /// <summary>Errors are short; of longer lines only the beginning is kept.</summary>
    private const int LongestLine = 4096;

    private readonly byte[] _line = new byte[LongestLine];
    private int _length;

    public void See(ReadOnlySpan<byte> bytes)
    {
        foreach (var letter in bytes)
        {
            if (letter == (byte)'\n')
            {
                End();
                _length = 0;
            }
            else if (_length < LongestLine)
            {
                _line[_length++] = letter;
            }
        }
    }

    private void End()
    {
        var line = _line.AsSpan(0, _length);
        if (!line.StartsWith("data:"u8))
        {
            return;
        }

        var data = line[5..].TrimStart((byte)' ');
        if (data.StartsWith("{\"error\""u8))
        {
            throw new StreamedErrorException(Encoding.UTF8.GetString(data));
        }
    }
}
