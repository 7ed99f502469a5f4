using System.Text.RegularExpressions;

namespace OpsConsole.Core.BusinessMap;

/// <summary>How a record is recognised in a text: all patterns must be found; their named groups give the id, or the arguments of a look-up.</summary>
/// <param name="Id">The identifier's own id, such as <c>customer-email</c>.</param>
/// <param name="Template">The record's id from the groups, such as <c>#W{number}</c>; null when a look-up finds it.</param>
public sealed record MapIdentifier(string Id, string Name, string Entity, IReadOnlyList<Regex> Patterns, string? Template, MapLookUp? LookUp)
{
    /// <summary>Long enough for any message, short enough that no text can hold a job up.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromMilliseconds(250);
}

/// <summary>A read operation that finds a record by what a text says.</summary>
/// <param name="Arguments">Group name for each argument.</param>
/// <param name="Ids">Path of the id or ids in the answer; empty when the answer is the id.</param>
public sealed record MapLookUp(string Operation, IReadOnlyDictionary<string, string> Arguments, string Ids);
