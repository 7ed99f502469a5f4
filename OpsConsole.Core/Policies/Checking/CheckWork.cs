namespace OpsConsole.Core.Policies.Checking;

/// <summary>How much may be done for one question about a table; counted in steps of a few nanoseconds, so that the same table always gives the same findings.</summary>
internal sealed class CheckWork(long most)
{
    private long _left = most;

    public bool IsSpent => _left < 0;

    /// <summary>False once it is too much.</summary>
    public bool Do(int steps)
    {
        _left -= steps;
        return _left >= 0;
    }
}
