namespace OpsConsole.Core.Models;

/// <summary>Whether a provider may be asked in the daily work, beyond being switched on. Preparation answers it: it knows what was evaluated.</summary>
public interface IModelGate
{
    bool IsOpen(ModelProvider provider);
}
