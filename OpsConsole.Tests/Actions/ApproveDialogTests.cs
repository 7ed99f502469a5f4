using Bunit;
using Microsoft.Extensions.DependencyInjection;
using OpsConsole.Actions;
using OpsConsole.Core.Actions;
using ActionDesk = OpsConsole.Tests.Fakes.ActionDesk;

namespace OpsConsole.Tests.Actions;

public sealed class ApproveDialogTests : BunitContext
{
    [Fact]
    public async Task Dialog_WhereTheRuleAsksForSomething_ApprovesOnlyWithIt()
    {
        await using var desk = await ActionDesk.OpenAsync();
        desk.Policies.Attach = ["photo of the damage"];
        var action = await desk.ProposeAsync();
        var view = (await desk.Host.Get<ReadActions>().FindAsync(ActionDesk.Ana, action.Id, CancellationToken.None))!;
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton<TimeProvider>(desk.Host.Clock);
        IReadOnlyList<Attachment>? given = null;
        var dialog = Render<ApproveDialog>(parameters => parameters.Add(part => part.View, view).Add(part => part.OnConfirm, handed => given = handed).Add(part => part.OnClose, () => { }));

        Assert.True(dialog.Find(".btn--primary").HasAttribute("disabled"));
        Assert.Equal("Photo of the damage", dialog.Find("label .field__label").TextContent);
        dialog.Find("label textarea").Input("  https://files/1.jpg ");
        dialog.Find(".btn--primary").Click();

        Assert.Equal([new Attachment("photo of the damage", "https://files/1.jpg")], given);
    }
}
