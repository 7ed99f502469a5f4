using System.Text.Json.Nodes;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Connectors.OpenApi;

namespace OpsConsole.Tests.Connectors.OpenApi;

public sealed class ApiReaderTests
{
    private static readonly ApiDocument Shop = Assert.IsType<DocumentResult.Read>(ApiReader.Read(ShopDocument.Yaml)).Document;

    [Fact]
    public void Read_ADocument_GivesItsServersWithTheirDefaultsAndItsSchemes()
    {
        Assert.Equal(["https://eu.shop.example/v1"], Shop.Servers);
        Assert.Equal([(AuthKind.HeaderKey, "X-Api-Key"), (AuthKind.Bearer, "")], Shop.Schemes.Select(scheme => (scheme.Kind, scheme.Key)));
    }

    [Fact]
    public void Read_PathBodyAndAllOf_BecomeOneFlatListOfArguments()
    {
        var change = Operation("changeOrder");
        Assert.Equal(
            [("id", "id", ArgumentPlace.Path), ("reason", "reason", ArgumentPlace.Body), ("body_id", "id", ArgumentPlace.Body), ("part", "part", ArgumentPlace.Body)],
            change.Arguments.Select(argument => (argument.Name, argument.WireName, argument.Place)));
        Assert.Empty(ParameterSchema.Validate(change.Parameters, Json("""{"id": "a", "reason": null, "body_id": 1, "part": {"id": "x", "parts": [{"id": "y"}]}}""")));
        Assert.Equal(["body_id is missing."], ParameterSchema.Validate(change.Parameters, Json("""{"id": "a", "reason": "x"}""")));
    }

    [Theory]
    [InlineData("getOrder", EffectClass.Read)]
    [InlineData("search", EffectClass.Read)]
    [InlineData("changeOrder", EffectClass.Write)]
    [InlineData("delete_orders_by_id", EffectClass.Write)]
    public void Read_AnOperation_KnowsWhetherItOnlyReads(string name, EffectClass effect) => Assert.Equal(effect, Operation(name).Effect);

    [Fact]
    public void Read_WhatCannotBeDone_IsSaidForItsOperationOnly() => Assert.Equal(
        [
            ("upload", "Its body is multipart/form-data; only JSON and form-encoded bodies can be sent."),
            ("elsewhere", "Its schema refers to other.json#/components/schemas/A; only schemas under #/components/schemas of the same document are understood."),
        ],
        Shop.Unusable.Select(operation => (operation.Name, operation.Reason)));

    [Theory]
    [InlineData("", "The document is empty.")]
    [InlineData("just a sentence", "This is neither a JSON object nor a YAML map.")]
    [InlineData("{\"openapi\": ", "This is no JSON")]
    [InlineData("a: [", "This is no YAML")]
    [InlineData("{\"swagger\": \"2.0\"}", "Swagger 2.0")]
    [InlineData("{\"name\": \"x\"}", "no OpenAPI 3 document")]
    [InlineData("a: &a [x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]\nd: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]\ne: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]\nf: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e, *e]\ng: &g [*f, *f, *f, *f, *f, *f, *f, *f, *f, *f]\nh: [*g, *g, *g, *g, *g, *g, *g, *g, *g, *g]", "too large")]
    public void Read_WhatIsNoDocument_SaysWhy(string text, string reason) =>
        Assert.Contains(reason, Assert.IsType<DocumentResult.Unreadable>(ApiReader.Read(text)).Reason, StringComparison.Ordinal);

    private static ApiOperation Operation(string name) => Shop.Operations.Single(operation => operation.Name == name);

    private static JsonObject Json(string text) => JsonNode.Parse(text)!.AsObject();
}
