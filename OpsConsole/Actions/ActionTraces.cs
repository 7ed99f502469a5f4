using OpsConsole.Core.Actions;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies.Replaying;

namespace OpsConsole.Actions;

/// <summary>The explanations of the actions on a page. What was judged never changes, so that each is worked out once for as long as it is shown.</summary>
public sealed class ActionTraces(ExplainDecision explain)
{
    public static readonly IReadOnlyDictionary<long, DecisionTrace> None = new Dictionary<long, DecisionTrace>();

    private Dictionary<long, DecisionTrace> _kept = [];

    /// <summary>By decision, for those actions that somebody may still decide.</summary>
    public async Task<IReadOnlyDictionary<long, DecisionTrace>> OfAsync(Actor actor, IEnumerable<ActionView> views, CancellationToken cancellation)
    {
        var shown = new Dictionary<long, DecisionTrace>();
        foreach (var id in views.Where(view => view.IsOpen()).Select(view => view.Action.DecisionId).OfType<long>().Distinct())
        {
            if ((_kept.GetValueOrDefault(id) ?? await explain.FindAsync(actor, id, cancellation)) is { } trace)
            {
                shown[id] = trace;
            }
        }

        return _kept = shown;
    }
}
