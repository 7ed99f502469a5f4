namespace OpsConsole.Core.BusinessMap;

/// <summary>A kind of record: where it is kept, whom it belongs to, what hangs together with it, and what of it is worth telling.</summary>
/// <param name="Owner">The entity that a record of this kind belongs to, and the field that says so; null for one that stands alone.</param>
/// <param name="NameField">Path of what a person calls a record of it.</param>
public sealed record MapEntity(
    string Id,
    string Name,
    string System,
    string Collection,
    string NameField,
    MapOwner? Owner,
    IReadOnlyList<MapRelation> Related,
    IReadOnlyList<MapFact> Facts)
{
    /// <summary>Paths of what says who somebody is; it leaves the house only behind placeholders, which are filled in again.</summary>
    public IReadOnlyList<string> Personal { get; init; } = [];

    /// <summary>Paths of what never leaves the house and is never filled in.</summary>
    public IReadOnlyList<string> Secret { get; init; } = [];
}

public sealed record MapOwner(string Entity, string Field);

/// <summary>Records that hang together with one record: their ids are read off it, or off the answer of an operation.</summary>
/// <param name="Ids">Path to an id or to ids, such as <c>items.product_id</c>.</param>
/// <param name="Operation">A read operation whose answer <paramref name="Ids"/> applies to; null when it applies to the record.</param>
/// <param name="Arguments">Path in the record for each argument of the operation; <c>id</c> is the record's own id.</param>
public sealed record MapRelation(string Name, string Entity, string Ids, string? Operation, IReadOnlyDictionary<string, string> Arguments);

/// <summary>One attribute of a record that becomes a fact of a case.</summary>
/// <param name="Value">Path in the record.</param>
/// <param name="Currency">Path of the currency, when the value is money.</param>
public sealed record MapFact(string Attribute, string Label, string Value, string? Currency);
