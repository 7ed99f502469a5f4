using Bunit;
using OpsConsole.Policies;

namespace OpsConsole.Tests.Policies;

public sealed class GovernedTypesTests : BunitContext
{
    [Theory]
    [InlineData(3, "shop.a_one,shop.a_two,shop.a_three")]
    [InlineData(4, "shop.a_one,shop.a_two,and 2 more")]
    public void Types_OnThreeLines_SayHowManyTheyLeaveOut(int count, string lines)
    {
        var types = Render<GovernedTypes>(parameters => parameters.Add(part => part.Types, new[] { "shop.a_one", "shop.a_two", "shop.a_three", "shop.a_four" }[..count]).Add(part => part.Most, 3));

        Assert.Equal(lines, string.Join(',', types.FindAll("li").Select(line => line.TextContent)));
    }

    [Fact]
    public void Types_WithSignsOfMarkup_AreShownAsTheyAre() =>
        Assert.Equal("a<b>.c_d", Render<GovernedTypes>(parameters => parameters.Add(part => part.Types, ["a<b>.c_d"])).Find("li").TextContent);
}
