using OpsConsole.Core.Foundation.Feel.Values;
using OpsConsole.Core.Policies.Judging;

namespace OpsConsole.Core.Policies.Changing;

/// <summary>Judges the input again with some values replaced: data at their place, so that all that reads them sees it; what is computed by its outcome.</summary>
internal sealed class ChangeTrial(GoverningTables governing, FeelMembers members)
{
    /// <summary>How often may be judged again for one question; about 10 ms.</summary>
    private const int MostTrials = 2_000;

    private int _trials;

    public bool IsSpent => _trials >= MostTrials;

    /// <summary>What policies would ask for; null when it cannot be tried.</summary>
    public RuleDemand? Demand(params ReadOnlySpan<(ChangeableInput Input, Candidate Value)> changes)
    {
        if (++_trials > MostTrials)
        {
            return null;
        }

        var data = members;
        foreach (var (input, value) in changes)
        {
            if (input.Regions.Path is not null)
            {
                if (InputPath.Replace(data, input.Regions.Path, value.Value) is not { } replaced)
                {
                    return null;
                }

                data = replaced;
            }
        }

        var values = governing.Read(data);
        foreach (var (input, value) in changes)
        {
            values[input.Regions.Place] = new InputValue(value.Value, null);
        }

        return PolicyEngine.Demand(governing, values, data);
    }
}
