using OpsConsole.Core.Foundation.Live;
using OpsConsole.Core.Foundation.Yaml;
using OpsConsole.Core.Preparation.Packs;
using OpsConsole.Identity;

namespace OpsConsole.Preparation;

/// <summary>The loaded packs with what they declare; each can be loaded again from its folder and downloaded as it is in force.</summary>
public sealed partial class PacksPage(ReadPacks read, LoadPack load, PackFolder folder, CurrentActor current)
{
    private IReadOnlyList<PackView>? _packs;
    private IReadOnlyList<ConfigError> _faults = [];
    private string _faulty = "";
    private ErrorText? _refusal;
    private bool _busy;

    private IReadOnlyList<string> Others => [.. folder.Names.Where(name => _packs?.Any(pack => pack.Pack.Id == name) != true)];

    protected override void OnInitialized() => Watch(["pack"], _ => true);

    protected override Task OnParametersSetAsync() => ReadAsync();

    protected override Task RefreshAsync(IReadOnlyCollection<Change> changes) => ReadAsync();

    private async Task ReadAsync() => _packs = await read.AllAsync(Leaving);

    private async Task LoadAsync(string name)
    {
        _busy = true;
        (_refusal, _faults, _faulty) = (null, [], name);
        _refusal = await current.FindAsync(Leaving) is not { } actor ? ErrorText.SignedOut
            : await folder.ReadAsync(name, Leaving) is not { } files ? new ErrorText("No such pack", $"There is no pack “{name}” in the folder any more.", "Put it back, or load another.")
            : Answer(await load.LoadAsync(actor, files, Leaving));
        await ReadAsync();
        _busy = false;
    }

    private ErrorText? Answer(LoadPackOutcome outcome)
    {
        _faults = outcome is LoadPackOutcome.Faulty faulty ? faulty.Errors : [];
        return outcome is LoadPackOutcome.Refused refused ? ErrorText.Of(refused.Why) : null;
    }
}
