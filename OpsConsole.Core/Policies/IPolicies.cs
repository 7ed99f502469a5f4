using System.Text.Json.Nodes;

namespace OpsConsole.Core.Policies;

/// <summary>The policies in force, compiled. Evaluating is pure and reads no clock and no database.</summary>
public interface IPolicies
{
    /// <summary>
    /// Evaluates every policy that governs <paramref name="actionType"/>. The input has the members <c>action</c> (id, amount, currency,
    /// reversibility), <c>parameters</c>, <c>case</c>, and the aliases of the action's context. No policy loaded: deny. No row fires:
    /// a supervisor decides. A cell that cannot be evaluated: deny, and the reason says which.
    /// </summary>
    PolicyVerdict Decide(string actionType, JsonObject input);
}
