using System.Text.Json.Nodes;

namespace OpsConsole.Core.DataReadiness;

/// <summary>A claim about the world, bound to a case: shown as a fact. Claims that contradict each other stand side by side.</summary>
public sealed class Fact
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>The numeral under which sentences and actions cite it, from 1 within a case.</summary>
    public required int Number { get; init; }

    /// <summary>What it is about, such as <c>order.status</c>.</summary>
    public required string Attribute { get; init; }

    /// <summary>What a person reads as its name.</summary>
    public required string Label { get; init; }

    /// <summary>The value as canonical JSON.</summary>
    public required string ValueJson { get; init; }

    /// <summary>What a person reads as its value.</summary>
    public required string Display { get; init; }

    /// <summary>The system (or <c>message</c>) that says so.</summary>
    public required string Source { get; init; }

    /// <summary>The record, such as <c>sandbox/orders/W-23187</c>, and its version; null for what a message says.</summary>
    public string? Record { get; init; }

    public string? RecordVersion { get; init; }

    public required DateTimeOffset ObservedAt { get; init; }

    /// <summary>Whether the map declares this source the authority for this attribute.</summary>
    public bool IsAuthority { get; init; }

    public JsonNode? Value => JsonNode.Parse(ValueJson);
}
