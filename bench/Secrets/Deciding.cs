using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Actions;
using OpsConsole.Core.Actions.Deciding;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Cases.Replying;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Connectors.Channels;
using OpsConsole.Core.Connectors.Connecting;
using OpsConsole.Core.Foundation.Time;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Identity.SigningIn;
using OpsConsole.Core.Models;
using OpsConsole.Operation;

namespace OpsConsole.Bench.Secrets;

/// <summary>What people do on open pages once there is work: approve, reply, try systems, models and channels out, change a password, back up.</summary>
internal sealed class Deciding(InsideConsole console, SecretsWorld world)
{
    private const int Replies = 6;

    public async Task<int> ApproveAsync()
    {
        var open = await console.Database.ReadAsync(db => db.Set<ProposedAction>().Where(action => action.State == ActionState.AwaitingApproval && action.ActionTypeId.StartsWith("echo-")).ToListAsync(), CancellationToken.None);
        var approve = console.Get<ApproveAction>();
        foreach (var action in open)
        {
            console.Show("approval", await approve.ApproveAsync(ConsoleHost.Agent, action.Id, SeenContract.Of(action), null, CancellationToken.None));
            var now = await console.Database.ReadAsync(db => db.Set<ProposedAction>().SingleAsync(row => row.Id == action.Id), CancellationToken.None);
            if (now.State == ActionState.AwaitingApproval)
            {
                console.Show("approval", await approve.ApproveAsync(ConsoleHost.Supervisor, action.Id, SeenContract.Of(now), null, CancellationToken.None));
            }
        }

        return await console.Database.ReadAsync(db => db.Set<ProposedAction>().CountAsync(action => action.State == ActionState.Queued && action.ActionTypeId.StartsWith("echo-")), CancellationToken.None);
    }

    public async Task<int> ReplyAsync()
    {
        var cases = await console.Database.ReadAsync(db => db.Set<Case>().OrderBy(row => row.Number).Take(Replies).ToListAsync(), CancellationToken.None);
        var queued = 0;
        foreach (var one in cases)
        {
            var messages = await console.Database.ReadAsync(db => db.Set<CaseMessage>().Where(row => row.CaseId == one.Id).ToListAsync(), CancellationToken.None);
            var reply = new ReplyToSend(Ids.New(TimeProvider.System), one.Version, SeenThread.Of(messages), one.Channel, "somebody@mail.example", "Thank you for your message.", []);
            var sent = console.Show("reply", await console.Get<SendReply>().SendAsync(ConsoleHost.Agent, one.Id, reply, CancellationToken.None));
            queued += sent is SendReplyOutcome.Queued ? 1 : 0;
        }

        return queued;
    }

    public async Task TryOutAsync()
    {
        foreach (var door in world.Doors)
        {
            console.Show("health", await console.Get<CheckHealth>().CheckAsync(ConsoleHost.Admin, door.Id, CancellationToken.None));
            console.Show("record", await console.Get<TestRead>().RecordAsync(ConsoleHost.Admin, new RecordRef(door.Id, EchoSystem.Collection, "7"), CancellationToken.None));
            foreach (var way in EchoSystem.Ways)
            {
                console.Show($"look {way}", await console.Get<TestRead>().OperationAsync(ConsoleHost.Admin, door.Id, "look", new JsonObject { ["how"] = way }, CancellationToken.None));
            }
        }

        foreach (var channel in (await console.Get<ListChannels>().ListAsync(ConsoleHost.Admin, CancellationToken.None))!.Connectors)
        {
            for (var time = 0; time < EchoMail.Ways; time++)
            {
                console.Show($"test of {channel.Name}", await console.Get<TestChannel>().SendAsync(ConsoleHost.Admin, channel.Id, "somebody@mail.example", CancellationToken.None));
            }
        }
    }

    /// <summary>Test calls of each model, with what a page would show while the answer comes.</summary>
    public async Task AskAsync(int times)
    {
        foreach (var (name, _) in world.Providers)
        {
            for (var time = 0; time < times; time++)
            {
                console.Show($"test call of {name}", await console.Get<TestProvider>().CallAsync(ConsoleHost.Admin, name, time % 2 == 0 ? ModelRole.Fast : ModelRole.Careful, shown => console.Show("answer while it comes", shown), CancellationToken.None));
            }
        }
    }

    public async Task<PeopleOutcome> ChangePasswordAsync()
    {
        var agent = await console.Database.ReadAsync(db => db.Set<Person>().SingleAsync(row => row.Email == SettingUp.EmailOf(Roles.Agent)), CancellationToken.None);
        var actor = new Actor(ActorKind.Person, agent.Id.ToString(), agent.Name, agent.Roles);
        console.Show("wrong old password", await console.Get<ChangePassword>().RunAsync(actor, world.WrongPassword.Value, world.NewPassword.Value, CancellationToken.None));
        return console.Show("change of password", await console.Get<ChangePassword>().RunAsync(actor, world.Passwords[Roles.Agent].Value, world.NewPassword.Value, CancellationToken.None));
    }

    public async Task<BackUpOutcome> BackUpAsync() => console.Show("backup", await console.Get<BackUp>().RunAsync(ConsoleHost.Admin, CancellationToken.None));
}
