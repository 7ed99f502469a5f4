using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using OpsConsole.Core.Actions;
using OpsConsole.Core.Foundation.Live;
using OpsConsole.Core.Policies.Replaying;
using OpsConsole.Identity;

namespace OpsConsole.Actions;

/// <summary>One decision of policies in full, as it was judged: by the rules, and on the records, of that moment.</summary>
public sealed partial class WhyPage(ExplainDecision explain, ReadActions actions, CurrentActor current)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private DecisionTrace? _trace;
    private bool _isKnown;
    private bool _isRead;

    [Parameter]
    public long Id { get; set; }

    protected override void OnInitialized() => Watch(["action"], change => change.Key == _trace?.Record.ActionId.ToString());

    protected override Task OnParametersSetAsync() => ReadAsync();

    protected override Task RefreshAsync(IReadOnlyCollection<Change> changes) => ReadAsync();

    private async Task ReadAsync()
    {
        if (await current.FindAsync(Leaving) is not { } actor)
        {
            return;
        }

        var trace = await explain.FindAsync(actor, Id, Leaving);
        var isKnown = trace is { Record.IsDemo: false } && await actions.FindAsync(actor, trace.Record.ActionId, Leaving) is not null;
        (_trace, _isKnown, _isRead) = (trace, isKnown, true);
    }

    private static string Readable(JsonObject input) => input.ToJsonString(Indented);
}
