namespace OpsConsole.Tests.Preparation.Modelling;

/// <summary>What the map of the shipped pack marks never stands in a question of any stage.</summary>
public sealed class VeiledStagesTests
{
    private const string Message =
        "Hello,\n\nthe lamp of order W-23187 arrived broken. Call me at +49 30 5550142 or write to LEILA.HADDAD@mail.example. I live at Kastanienallee 41 in 10435 Berlin.\n\nLeila Haddad";

    [Fact]
    public async Task Prepare_WithAModel_SendsNothingThatTheMapMarks()
    {
        using var desk = await ScriptedDesk.OpenAsync();
        await desk.Desk.PrepareAsync(Message);
        var asked = desk.Model.Asked.SelectMany(messages => messages).Select(message => message.Text).ToList();
        Assert.NotEmpty(asked);
        Assert.Contains(asked, text => text.Contains("W-23187", StringComparison.Ordinal));
        foreach (var canary in new[] { "haddad", "mail.example", "5550142", "555 0142", "kastanienallee", "10435", "berlin" })
        {
            Assert.All(asked, text => Assert.DoesNotContain(canary, text, StringComparison.OrdinalIgnoreCase));
        }
    }
}
