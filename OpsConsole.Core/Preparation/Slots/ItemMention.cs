using System.Text.Json.Nodes;

namespace OpsConsole.Core.Preparation.Slots;

/// <summary>A place in a passage that names items of a record, with those that it can mean.</summary>
public sealed record ItemMention(int From, int To, IReadOnlyList<JsonObject> Items, bool IsPlural);
