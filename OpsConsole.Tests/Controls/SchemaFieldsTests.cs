using System.Text.Json.Nodes;
using OpsConsole.Controls;

namespace OpsConsole.Tests.Controls;

public sealed class SchemaFieldsTests
{
    private static readonly JsonObject Schema = JsonNode.Parse(
        """
        {"type": "object", "required": ["amount"], "properties": {
          "amount": {"type": "number"}, "reason": {"type": "string", "enum": ["late", "damaged"]},
          "item_ids": {"type": "array", "items": {"type": "string"}}, "notify": {"type": "boolean"}, "address": {"type": "object"}}}
        """)!.AsObject();

    [Fact]
    public void Of_Schema_GivesOneFieldForEachPropertyInOrder() => Assert.Equal(
        [("amount", FieldKind.Number, true), ("reason", FieldKind.Choice, false), ("item_ids", FieldKind.Lines, false), ("notify", FieldKind.Truth, false), ("address", FieldKind.Json, false)],
        SchemaFields.Of(Schema).Select(field => (field.Name, field.Kind, field.IsRequired)));

    [Theory]
    [InlineData("amount", "25.00")]
    [InlineData("reason", "\"late\"")]
    [InlineData("item_ids", "[\"I-1\",\"I-2\"]")]
    [InlineData("notify", "true")]
    [InlineData("address", "{\"city\":\"Berlin\"}")]
    public void TryRead_WhatWasWritten_GivesTheValueBack(string name, string json)
    {
        var field = SchemaFields.Of(Schema).Single(each => each.Name == name);
        var value = JsonNode.Parse(json);

        Assert.True(SchemaFields.TryRead(field, SchemaFields.Write(field, value), out var read));
        Assert.True(JsonNode.DeepEquals(value, read));
    }

    [Fact]
    public void TryRead_WordsForANumber_AreRefused() => Assert.False(SchemaFields.TryRead(SchemaFields.Of(Schema)[0], "twenty", out _));
}
