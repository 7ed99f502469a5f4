using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Json;

namespace OpsConsole.Tests.Foundation;

public sealed class CanonicalJsonTests
{
    [Theory]
    [InlineData("""{"b":1,"a":2}""", """{"a":2,"b":1}""")]
    [InlineData("""{ "a" : [ 1.50, 1.0, -0.0, 1e2 ] }""", """{"a":[1.5,1,0,100]}""")]
    [InlineData("""{"ü":"é","u":"\u00e9","z":"<&>'"}""", """{"u":"é","z":"<&>'","ü":"é"}""")]
    [InlineData("""{"a":null,"b":true,"c":{}}""", """{"a":null,"b":true,"c":{}}""")]
    [InlineData("null", "null")]
    public void Write_OneValueInAnyForm_GivesOneText(string json, string canonical) =>
        Assert.Equal(canonical, CanonicalJson.Write(JsonNode.Parse(json)));

    [Fact]
    public void Write_NumbersFromCodeAndFromText_AreTheSame() =>
        Assert.Equal(CanonicalJson.Write(JsonNode.Parse("""{"a":42.90}""")), CanonicalJson.Write(new JsonObject { ["a"] = 42.9m }));

    [Fact]
    public void Digest_OfTwoDifferentValues_Differs() =>
        Assert.NotEqual(CanonicalJson.Digest(JsonNode.Parse("""{"a":1}""")), CanonicalJson.Digest(JsonNode.Parse("""{"a":"1"}""")));

    [Fact]
    public void Digest_OfTheEmptyObject_IsTheKnownSha256() =>
        Assert.Equal("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a", CanonicalJson.Digest(new JsonObject()));
}
