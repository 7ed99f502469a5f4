namespace OpsConsole.Tests.Identity;

public sealed class InvitationLinkTests
{
    [Fact]
    public void Invitation_Code_StandsWhereNoRequestCarriesIt()
    {
        var link = new Uri(new Uri("https://console.example"), OpsUrls.Invitation("join_a-b_c"));

        Assert.Equal(("/join", "#join_a-b_c"), (link.PathAndQuery, link.Fragment));
    }
}
