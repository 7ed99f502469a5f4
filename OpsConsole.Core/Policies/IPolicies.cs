using System.Text.Json.Nodes;

namespace OpsConsole.Core.Policies;

/// <summary>The policies in force, compiled. Evaluating is pure and reads no clock and no database.</summary>
public interface IPolicies
{
    /// <summary>Policies in force that cannot be read. Whatever they govern is denied; a banner says so.</summary>
    IReadOnlyList<UnreadablePolicy> Problems { get; }

    /// <summary>The policies in force now.</summary>
    PolicySet InForce { get; }

    /// <summary>
    /// Evaluates every policy that governs <paramref name="actionType"/>. The input has the members <c>action</c> (id, amount, currency,
    /// reversibility), <c>parameters</c>, <c>case</c>, and the aliases of the action's context. No policy loaded: deny. No row fires:
    /// a supervisor decides. A row with a cell that cannot be evaluated counts as if it had fired, asks a supervisor at the least, and
    /// its reason says which cell. An unreadable policy: deny.
    /// </summary>
    PolicyVerdict Decide(string actionType, JsonObject input);
}
