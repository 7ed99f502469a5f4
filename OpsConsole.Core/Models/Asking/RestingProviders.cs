using System.Collections.Concurrent;
using System.Globalization;
using Polly;
using Polly.CircuitBreaker;

namespace OpsConsole.Core.Models.Asking;

/// <summary>
/// Asks a provider unless it rests. One that gave no answer several times is left alone for a minute, then asked one question, and left
/// alone for longer if that fails too: who works on cases does not pay its time-outs each time. A change of the provider, or a test call
/// that is answered, ends its rest. In memory: after a start of the process each is asked anew.
/// </summary>
public sealed class RestingProviders
{
    private static readonly TimeSpan Watched = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan FirstRest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<(string, int, DateTimeOffset), Breaker> _breakers = new();
    private readonly AskProvider _ask;
    private readonly ModelOptions _options;
    private readonly TimeProvider _clock;

    internal RestingProviders(AskProvider ask, ModelOptions options, TimeProvider clock) => (_ask, _options, _clock) = (ask, options, clock);

    /// <summary>Until when a provider is left alone; null when it is asked.</summary>
    public DateTimeOffset? RestsUntil(ModelProvider provider) =>
        _breakers.TryGetValue(KeyOf(provider), out var breaker) && breaker.State.CircuitState == CircuitState.Open && breaker.Until > _clock.GetUtcNow() ? breaker.Until : null;

    internal async Task<TryEnd> AskAsync(ModelProvider provider, ModelRequest request, CoveredQuestion question, Action<string> show, CancellationToken cancellation)
    {
        if (_options.FailuresBeforeRest <= 0)
        {
            return await _ask.AskAsync(provider, request, question, show, cancellation);
        }

        var breaker = _breakers.GetOrAdd(KeyOf(provider), _ => Make());
        try
        {
            return await breaker.Pipeline.ExecuteAsync(async token => await _ask.AskAsync(provider, request, question, show, token), cancellation);
        }
        catch (BrokenCircuitException)
        {
            return new TryEnd.Failed(null, new TryFailure(ModelFault.Unavailable, Sentence(provider, breaker)) { CostNothing = true });
        }
    }

    /// <summary>Ends a rest: somebody has seen the provider answer.</summary>
    internal void Wake(ModelProvider provider) => _breakers.TryRemove(KeyOf(provider), out _);

    private Breaker Make()
    {
        var breaker = new Breaker();
        breaker.Pipeline = new ResiliencePipelineBuilder<TryEnd> { TimeProvider = _clock }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<TryEnd>
            {
                FailureRatio = 0.5,
                MinimumThroughput = Math.Max(2, _options.FailuresBeforeRest),
                SamplingDuration = Watched,
                BreakDurationGenerator = opened => ValueTask.FromResult(Longer(opened.HalfOpenAttempts)),
                StateProvider = breaker.State,
                ShouldHandle = ended => ValueTask.FromResult(ended.Outcome.Result is TryEnd.Failed { ExchangeId: not null, Failure.Fault: ModelFault.Unavailable or ModelFault.TimedOut or ModelFault.RateLimited }),
                OnOpened = opened =>
                {
                    breaker.Until = _clock.GetUtcNow() + opened.BreakDuration;
                    return default;
                },
            })
            .Build();
        return breaker;
    }

    private static TimeSpan Longer(int restsBefore) => TimeSpan.FromTicks(Math.Min(LongestRest.Ticks, FirstRest.Ticks << Math.Min(restsBefore, 8)));

    private string Sentence(ModelProvider provider, Breaker breaker)
    {
        var seconds = Math.Max(1, Math.Ceiling((breaker.Until - _clock.GetUtcNow()).TotalSeconds));
        return $"{provider.Name} gave no answer several times and is left alone for another {seconds.ToString(CultureInfo.InvariantCulture)} s. A test call under AI shows what is wrong.";
    }

    private static (string, int, DateTimeOffset) KeyOf(ModelProvider provider) => (provider.Name, provider.Version, provider.ChangedAt);

    private sealed class Breaker
    {
        public CircuitBreakerStateProvider State { get; } = new();

        public ResiliencePipeline<TryEnd> Pipeline { get; set; } = ResiliencePipeline<TryEnd>.Empty;

        public DateTimeOffset Until { get; set; }
    }
}
