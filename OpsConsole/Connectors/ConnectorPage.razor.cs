using Microsoft.AspNetCore.Components;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Connectors.Connecting;
using OpsConsole.Core.Connectors.Sandbox;
using OpsConsole.Core.Foundation.Live;
using OpsConsole.Core.Identity;
using OpsConsole.Identity;

namespace OpsConsole.Connectors;

/// <summary>One system: how it does, what it offers, a read to try, its secret, and the sandbox's faults.</summary>
public sealed partial class ConnectorPage(ListSystems list, IActionTypes types, ConnectorCommands commands, SandboxFaults faults, CurrentActor current)
{
    private SystemView? _system;
    private IReadOnlyDictionary<string, ActionType> _types = new Dictionary<string, ActionType>();
    private IReadOnlyList<SandboxFault> _faults = [];
    private RecordRef? _record;
    private TestOutcome? _answer;
    private ErrorText? _refusal;
    private bool _isRead;
    private bool _isChecking;
    private bool _mayChange;

    [Parameter]
    public string Id { get; set; } = "";

    /// <summary>The operation shown beside the table.</summary>
    [SupplyParameterFromQuery(Name = "op")]
    private string? Selected { get; set; }

    /// <summary>A record to read at once, such as <c>sandbox/orders/W-23187</c>.</summary>
    [SupplyParameterFromQuery(Name = "record")]
    private string? Record { get; set; }

    protected override void OnInitialized() => Watch(["connector"], change => change.Key == Id);

    protected override async Task OnParametersSetAsync()
    {
        await ReadAsync();
        var record = Record?.Split('/', 3) is [var system, var collection, var id] && system == Id ? new RecordRef(system, collection, id) : null;
        if (record is not null && record != _record && _system is not null)
        {
            _record = record;
            await TryAsync(new TriedRead(null, [], record.Collection, record.Id));
        }
    }

    protected override Task RefreshAsync(IReadOnlyCollection<Change> changes) => ReadAsync();

    private async Task ReadAsync()
    {
        if (await current.FindAsync(Leaving) is not { } actor)
        {
            return;
        }

        _mayChange = actor.May(Permissions.ConnectorsChange);
        _system = await list.FindAsync(actor, Id, Leaving);
        _types = types.All.Where(type => type.System == Id).ToDictionary(type => type.Operation, StringComparer.Ordinal);
        _faults = faults.Current;
        _isRead = true;
    }

    private async Task CheckAsync()
    {
        _isChecking = true;
        await commands.CheckAsync(Id, Leaving);
        _isChecking = false;
        await ReadAsync();
    }

    private async Task TryAsync(TriedRead read)
    {
        _answer = await commands.TryAsync(Id, read, Leaving);
        await ReadAsync();
    }

    private async Task KeepSecretAsync(string secret)
    {
        _refusal = await commands.KeepSecretAsync(Id, secret, Leaving);
        await ReadAsync();
    }

    private async Task SwitchAsync(IReadOnlyList<SandboxFault> wanted)
    {
        _refusal = await commands.SwitchAsync(wanted, Leaving);
        await ReadAsync();
    }
}
