using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using OpsConsole.Core.Foundation.Packs;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Preparation.Packs;

namespace OpsConsole.Bench.Secrets;

/// <summary>
/// The real web application, put together as its own program does and not started: what only an open page could do is done through the use
/// cases that the page calls, while no process has the data folder. Its log is caught whole, with what messages were made of.
/// </summary>
internal sealed class InsideConsole : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Whole = new() { ReferenceHandler = ReferenceHandler.IgnoreCycles, IncludeFields = true };

    private readonly WebApplication _app;
    private readonly Evidence _evidence;
    private readonly CaughtLog _log = new();

    public InsideConsole(IEnumerable<string> settings, Evidence evidence)
    {
        _evidence = evidence;
        _app = OpsWebApplication.Create([.. settings, .. ConsoleProcess.Talkative], services =>
        {
            services.RemoveAll<ILoggerProvider>();
            services.AddSingleton<ILoggerProvider>(_log);
        });
        Get<Migrator>().Apply();
    }

    public OpsDatabase Database => Get<OpsDatabase>();

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public async Task LoadAsync(string pack)
    {
        var outcome = await Get<LoadPack>().LoadAsync(Actor.Jobs, await PackFiles.ReadAsync(pack, CancellationToken.None), CancellationToken.None);
        if (outcome is not LoadPackOutcome.Loaded loaded)
        {
            throw new InvalidOperationException($"The pack with the echo cannot be loaded: {(outcome is LoadPackOutcome.Faulty faulty ? string.Join('\n', faulty.Errors) : outcome)}");
        }

        Show("pack", loaded.Header);
    }

    /// <summary>Keeps what a page would be given, as JSON and in words: both, because each leaves out what the other says.</summary>
    public T Show<T>(string what, T view, Place place = Place.Views)
    {
        _evidence.Add(place, what, view?.ToString() ?? "");
        try
        {
            _evidence.Add(place, what, JsonSerializer.Serialize<object?>(view, Whole));
        }
        catch (NotSupportedException)
        {
            // A type that cannot be written so; its words are kept.
        }

        return view;
    }

    public void Log(string line) => Get<ILoggerFactory>().CreateLogger("OpsConsole.Bench").LogTrace("{Line}", line);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _evidence.Add(Place.Log, "log of a step in process", _log.ToString());
    }

    private sealed class CaughtLog : ILoggerProvider, ILogger
    {
        private readonly StringBuilder _text = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Write($"scope {state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            Write($"{logLevel} {formatter(state, exception)} {exception}");
            foreach (var part in state as IEnumerable<KeyValuePair<string, object?>> ?? [])
            {
                Write($"{part.Key} = {part.Value}");
            }
        }

        public override string ToString()
        {
            lock (_text)
            {
                return _text.ToString();
            }
        }

        public void Dispose()
        {
        }

        private void Write(string line)
        {
            lock (_text)
            {
                _text.AppendLine(line);
            }
        }
    }
}
