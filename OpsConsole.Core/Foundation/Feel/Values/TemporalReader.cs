namespace OpsConsole.Core.Foundation.Feel.Values;

/// <summary>Takes digits and signs off the front of a text such as <c>-2017-12-31T11:22:33.5+01:00</c>.</summary>
internal ref struct TemporalReader(ReadOnlySpan<char> text)
{
    private ReadOnlySpan<char> _rest = text;

    public readonly bool AtEnd => _rest.IsEmpty;

    public readonly ReadOnlySpan<char> Rest => _rest;

    public readonly char Peek => _rest.IsEmpty ? '\0' : _rest[0];

    public bool Take(char wanted)
    {
        if (Peek != wanted)
        {
            return false;
        }

        _rest = _rest[1..];
        return true;
    }

    /// <summary>Two digits, no more than <paramref name="most"/>.</summary>
    public bool TakeTwo(int most, out int value)
    {
        value = 0;
        if (_rest.Length < 2 || !char.IsAsciiDigit(_rest[0]) || !char.IsAsciiDigit(_rest[1]))
        {
            return false;
        }

        value = ((_rest[0] - '0') * 10) + _rest[1] - '0';
        _rest = _rest[2..];
        return value <= most;
    }

    /// <summary>All digits that follow, up to 18 of them; how many there were.</summary>
    public int TakeDigits(out long value)
    {
        value = 0;
        var count = 0;
        while (count < _rest.Length && char.IsAsciiDigit(_rest[count]))
        {
            value = count < 18 ? (value * 10) + _rest[count] - '0' : -1;
            count++;
        }

        _rest = _rest[count..];
        return count;
    }

    /// <summary>The digits of a fraction as nanoseconds; those beyond the ninth are dropped.</summary>
    public int TakeFraction(out long nanos)
    {
        nanos = 0;
        var count = 0;
        for (; count < _rest.Length && char.IsAsciiDigit(_rest[count]); count++)
        {
            nanos = count < 9 ? (nanos * 10) + _rest[count] - '0' : nanos;
        }

        for (var digits = count; digits < 9; digits++)
        {
            nanos *= 10;
        }

        _rest = _rest[count..];
        return count;
    }

    /// <summary>At least four digits, no leading zero beyond four.</summary>
    public bool TakeDate(out FeelDate date)
    {
        date = default;
        var negative = Take('-');
        var zero = Peek == '0';
        var count = TakeDigits(out var year);
        if (count is < 4 or > 9 || (zero && count > 4) || (negative && year == 0)
            || !Take('-') || !TakeTwo(12, out var month) || !Take('-') || !TakeTwo(31, out var day)
            || FeelDate.Create(negative ? -year : year, month, day) is not { } found)
        {
            return false;
        }

        date = found;
        return true;
    }

    /// <summary><c>24:00:00</c> is the end of the day.</summary>
    public bool TakeClock(out long nanos)
    {
        nanos = 0;
        if (!TakeTwo(24, out var hour) || !Take(':') || !TakeTwo(59, out var minute) || !Take(':') || !TakeTwo(59, out var second))
        {
            return false;
        }

        var fraction = 0L;
        if (Take('.') && TakeFraction(out fraction) == 0)
        {
            return false;
        }

        nanos = (hour * FeelClock.Hour) + (minute * FeelClock.Minute) + (second * FeelClock.Second) + fraction;
        return nanos <= FeelClock.Day;
    }

    /// <summary>Nothing, <c>Z</c>, <c>+01:00</c>, <c>-03:30:15</c> or <c>@Europe/Paris</c>, up to the end.</summary>
    public bool TakeZone(out FeelZone? zone)
    {
        zone = null;
        if (AtEnd)
        {
            return true;
        }

        if (Take('Z'))
        {
            zone = FeelZone.Utc;
        }
        else if (Take('@'))
        {
            zone = FeelZone.Named(_rest.ToString());
            _rest = default;
        }
        else if (Peek is '+' or '-')
        {
            var sign = Take('-') || !Take('+') ? -1 : 1;
            var second = 0;
            if (TakeTwo(14, out var hour) && Take(':') && TakeTwo(59, out var minute) && (!Take(':') || TakeTwo(59, out second)))
            {
                zone = FeelZone.Offset(sign * ((hour * 3600) + (minute * 60) + second));
            }
        }

        return zone is not null && AtEnd;
    }
}
