using System.Text.Json.Nodes;
using OpsConsole.Core.Connectors;

namespace OpsConsole.Tests.Connectors;

public sealed class ParameterSchemaTests
{
    private const string Refund = """
        {
          "type": "object", "required": ["payment_id", "amount"], "additionalProperties": false,
          "properties": {
            "payment_id": { "type": "string", "pattern": "^PAY-[0-9]+$" },
            "amount": { "type": "number", "exclusiveMinimum": 0, "maximum": 500 },
            "reason": { "enum": ["damaged", "late"] },
            "item_ids": { "type": "array", "minItems": 1, "maxItems": 2, "items": { "type": "string", "minLength": 1, "maxLength": 4 } },
            "count": { "type": "integer", "minimum": 1, "exclusiveMaximum": 10 },
            "on": { "type": "string", "format": "date" },
            "at": { "type": "string", "format": "date-time" },
            "email": { "type": ["string", "null"], "format": "email" },
            "link": { "type": "string", "format": "uri", "nullable": true },
            "kind": { "const": 10 },
            "part": { "$ref": "#/$defs/Part" },
            "either": { "oneOf": [{ "type": "string" }, { "type": "integer" }, { "type": "number" }] }
          },
          "$defs": { "Part": { "type": "object", "required": ["id"], "properties": { "id": { "type": "string" }, "parts": { "type": "array", "items": { "$ref": "#/$defs/Part" } } } } }
        }
        """;

    [Theory]
    [InlineData("""{"payment_id": "PAY-1", "amount": 42.9}""")]
    [InlineData("""{"payment_id": "PAY-1", "amount": 1, "email": null, "link": null, "kind": 10.0, "either": 1.5}""")]
    [InlineData("""{"payment_id": "PAY-1", "amount": 1, "count": 3.0, "on": "2026-02-28", "at": "2026-02-28T10:00:00+01:00", "link": "https://a.example/b"}""")]
    [InlineData("""{"payment_id": "PAY-1", "amount": 1, "part": {"id": "a", "parts": [{"id": "b", "parts": []}]}}""")]
    [InlineData("""{"payment_id": "PAY-1", "amount": 1, "item_ids": ["👍👍👍👍"]}""")]
    public void Validate_WhatFits_HasNoFault(string parameters) => Assert.Empty(Validate(Refund, parameters));

    [Theory]
    [InlineData("""{"amount": 1}""", "payment_id is missing.")]
    [InlineData("""{"payment_id": 7, "amount": 1}""", "payment_id must be a text.")]
    [InlineData("""{"payment_id": null, "amount": 1}""", "payment_id must not be empty.")]
    [InlineData("""{"payment_id": "X", "amount": 1}""", "payment_id must match ^PAY-[0-9]+$.")]
    [InlineData("""{"payment_id": "PAY-1\n", "amount": 1}""", "payment_id must match ^PAY-[0-9]+$.")]
    [InlineData("""{"payment_id": "PAY-1", "amount": 1, "item_ids": ["a\u0301\u0301\u0301\u0301"]}""", "item_ids[0] must have at most 4 characters.")]
    [InlineData("""{"payment_id": "PAY-1", "amount": 0}""", "amount must be more than 0.")]
    [InlineData("""{"payment_id": "PAY-1", "amount": 500.01}""", "amount must be at most 500.")]
    [InlineData("""{"payment_id": "PAY-1", "amount": 1, "extra": 1}""", "extra is not allowed.")]
    [InlineData("""{"payment_id": "PAY-1", "amount": 1, "reason": "bored"}""", "reason must be one of damaged, late.")]
    [InlineData("""{"payment_id": "PAY-1", "amount": 1, "item_ids": []}""", "item_ids must have at least 1 item.")]
    [InlineData("""{"payment_id": "PAY-1", "amount": 1, "item_ids": ["a", "b", "c"]}""", "item_ids must have at most 2 items.")]
    [InlineData("""{"payment_id": "PAY-1", "amount": 1, "item_ids": ["a", ""]}""", "item_ids[1] must not be empty.")]
    [InlineData("""{"payment_id": "PAY-1", "amount": 1, "item_ids": ["abcde"]}""", "item_ids[0] must have at most 4 characters.")]
    [InlineData("""{"payment_id": "PAY-1", "amount": 1, "count": 1.5}""", "count must be a whole number.")]
    [InlineData("""{"payment_id": "PAY-1", "amount": 1, "count": 10}""", "count must be less than 10.")]
    [InlineData("""{"payment_id": "PAY-1", "amount": 1, "on": "2026-02-30"}""", "on must be a date such as 2026-11-17.")]
    [InlineData("""{"payment_id": "PAY-1", "amount": 1, "at": "yesterday"}""", "at must be a time such as 2026-11-17T10:00:00Z.")]
    [InlineData("""{"payment_id": "PAY-1", "amount": 1, "email": "nobody"}""", "email must be an e-mail address.")]
    [InlineData("""{"payment_id": "PAY-1", "amount": 1, "link": "nowhere"}""", "link must be a web address.")]
    [InlineData("""{"payment_id": "PAY-1", "amount": 1, "kind": 11}""", "kind must be 10.")]
    [InlineData("""{"payment_id": "PAY-1", "amount": 1, "part": {"id": "a", "parts": [{}]}}""", "part.parts[0].id is missing.")]
    [InlineData("""{"payment_id": "PAY-1", "amount": 1, "either": 1}""", "either fits more than one of its forms, and only one is allowed.")]
    [InlineData("""{"payment_id": "PAY-1", "amount": 1, "either": true}""", "either fits none of its allowed forms.")]
    public void Validate_WhatDoesNotFit_IsTold(string parameters, string sentence) => Assert.Equal([sentence], Validate(Refund, parameters));

    [Fact]
    public void Validate_SeveralFaults_AreToldTogether() =>
        Assert.Equal(2, Validate(Refund, """{"payment_id": "X", "amount": -1}""").Count);

    [Theory]
    [InlineData("""{"properties": {"a": {"$ref": "#/$defs/Missing"}}}""")]
    [InlineData("""{"properties": {"a": {"$ref": "https://elsewhere.example/schema"}}}""")]
    [InlineData("""{"properties": {"a": {"pattern": "(["}}}""")]
    [InlineData("""{"properties": {"a": {"pattern": "^(a+)+$"}}}""")]
    [InlineData("""{"properties": {"a": {"$ref": "#/$defs/Round"}}, "$defs": {"Round": {"$ref": "#/$defs/Round"}}}""")]
    [InlineData("""{"properties": {"a": {"$ref": "#/$defs/R"}}, "$defs": {"R": {"anyOf": [{"$ref": "#/$defs/R"}, {"$ref": "#/$defs/R"}]}}}""")]
    public void Validate_ASchemaThatCannotBeChecked_Refuses(string schema) =>
        Assert.NotEmpty(Validate(schema, """{"a": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"}"""));

    private static IReadOnlyList<string> Validate(string schema, string parameters) =>
        ParameterSchema.Validate(JsonNode.Parse(schema)!.AsObject(), JsonNode.Parse(parameters)!.AsObject());
}
