using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace OpsConsole.Bench.Hostile;

/// <summary>Counts what nobody expected: exceptions that come out of the console's steps, and those that its jobs caught and wrote into the program's log.</summary>
internal sealed class Crashes : ILoggerProvider, ILogger
{
    /// <summary>Each in one line.</summary>
    public ConcurrentQueue<string> Lines { get; } = [];

    /// <returns>False when it crashed.</returns>
    [SuppressMessage("Design", "CA1031", Justification = "Any exception at all is what is counted here.")]
    public async Task<bool> GuardAsync(string what, Func<Task> step)
    {
        try
        {
            await step();
            return true;
        }
        catch (Exception crash)
        {
            Note($"{what}: {crash}");
            return false;
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            Note($"logged: {formatter(state, exception)} {exception}");
        }
    }

    public void Dispose()
    {
    }

    private void Note(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries);
        Lines.Enqueue(string.Join(" | ", lines.Where((line, index) => index == 0 || line.Contains("OpsConsole", StringComparison.Ordinal)).Take(5)));
    }
}
