using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Identity.Changing;
using OpsConsole.Core.Identity.Inviting;
using OpsConsole.Core.Identity.SigningIn;
using OpsConsole.Tests.Fakes;

namespace OpsConsole.Tests.Identity;

public sealed class SignInTests : IAsyncLifetime, IDisposable
{
    private const string Email = "ada@example.org";
    private const string Password = "seven green lamps";

    private readonly CoreHost _host = new();
    private Guid _adminId;

    public async Task InitializeAsync()
    {
        var code = await _host.Get<OpenWorkspace>().RunAsync(CancellationToken.None);
        var made = await _host.Get<MakeFirstAdmin>().RunAsync(code!, new NewPerson("Ada Byron", Email), Password, CancellationToken.None);
        _adminId = Assert.IsType<PeopleOutcome.Done>(made).Id;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task WithPassword_TheRightOne_SignsIn()
    {
        var signedIn = Assert.IsType<SignInOutcome.SignedIn>(await SignInAsync(Password));
        Assert.True(signedIn.Actor.May(Permissions.PeopleChange));
        Assert.NotNull(await ActorAsync(signedIn.Stamp));
    }

    [Fact]
    public async Task WithPassword_FiveWrongOnes_LocksEvenTheRightOneOutForAWhile()
    {
        for (var attempt = 0; attempt < SignIn.Tries; attempt++)
        {
            Assert.IsType<SignInOutcome.Refused>(await SignInAsync("wrong"));
        }

        Assert.IsType<SignInOutcome.Refused>(await SignInAsync(Password));
        _host.Clock.Advance(SignIn.LockedFor);
        Assert.IsType<SignInOutcome.SignedIn>(await SignInAsync(Password));
    }

    [Fact]
    public async Task WithPassword_ManyGuessesAtOnce_GetNoMoreThanTheirTries()
    {
        var guesses = Enumerable.Range(0, 12).Select(number => SignInAsync(number < 11 ? "wrong" : Password)).ToList();
        await Task.WhenAll(guesses);
        Assert.IsType<SignInOutcome.Refused>(await SignInAsync(Password));
    }

    [Fact]
    public async Task WithPassword_FourWrongThenRight_StartsCountingAnew()
    {
        for (var round = 0; round < 3; round++)
        {
            for (var attempt = 0; attempt < SignIn.Tries - 1; attempt++)
            {
                await SignInAsync("wrong");
            }

            Assert.IsType<SignInOutcome.SignedIn>(await SignInAsync(Password));
        }
    }

    [Fact]
    public async Task AsDemo_OutsideADemoWorkspace_IsRefused() =>
        Assert.IsType<SignInOutcome.Refused>(await _host.Get<SignIn>().AsDemoAsync(Roles.Admin, CancellationToken.None));

    [Fact]
    public async Task SignOutEverywhere_OwnSessions_EndsThem()
    {
        var session = Assert.IsType<SignInOutcome.SignedIn>(await SignInAsync(Password));
        await _host.Get<SignOutEverywhere>().RunAsync(session.Actor, _adminId, CancellationToken.None);
        Assert.Null(await ActorAsync(session.Stamp));
    }

    [Theory]
    [InlineData("short")]
    [InlineData("aaaaaaaaaaaaaaa")]
    [InlineData("ada byron is the best")]
    [InlineData("Password1234")]
    public async Task ChangePassword_ToAWeakOne_IsRefusedWithReasons(string weak)
    {
        var session = Assert.IsType<SignInOutcome.SignedIn>(await SignInAsync(Password));
        var outcome = await _host.Get<ChangePassword>().RunAsync(session.Actor, Password, weak, CancellationToken.None);
        Assert.NotEmpty(Assert.IsType<PeopleOutcome.Invalid>(outcome).Reasons);
        Assert.NotNull(await ActorAsync(session.Stamp));
    }

    [Fact]
    public async Task ChangePassword_ToAGoodOne_EndsOtherSessions()
    {
        var session = Assert.IsType<SignInOutcome.SignedIn>(await SignInAsync(Password));
        var outcome = await _host.Get<ChangePassword>().RunAsync(session.Actor, Password, "nine quiet rivers", CancellationToken.None);
        Assert.IsType<PeopleOutcome.Done>(outcome);
        Assert.Null(await ActorAsync(session.Stamp));
        Assert.IsType<SignInOutcome.SignedIn>(await SignInAsync("nine quiet rivers"));
    }

    [Fact]
    public async Task MakeFirstAdmin_ASecondTime_IsRefused()
    {
        var again = await _host.Get<MakeFirstAdmin>().RunAsync("setup_guess", new NewPerson("Eve", "eve@example.org"), Password, CancellationToken.None);
        Assert.IsType<PeopleOutcome.CodeUnusable>(again);
        Assert.Null(await _host.Get<OpenWorkspace>().RunAsync(CancellationToken.None));
    }

    [Fact]
    public async Task ChangeRoles_TakingTheAdminsOwn_IsRefused()
    {
        var session = Assert.IsType<SignInOutcome.SignedIn>(await SignInAsync(Password));
        var outcome = await _host.Get<ChangeRoles>().RunAsync(session.Actor, _adminId, [], CancellationToken.None);
        Assert.IsType<PeopleOutcome.OwnAccount>(outcome);
    }

    [Fact]
    public async Task Secrets_InTheDatabase_AreNotInTheClear()
    {
        await SignInAsync(Password);
        var people = await _host.Database.ReadAsync(db => db.Set<Person>().ToListAsync(), CancellationToken.None);
        Assert.DoesNotContain(people, person => person.PasswordHash!.Contains(Password, StringComparison.Ordinal));
    }

    private Task<SignInOutcome> SignInAsync(string password) => _host.Get<SignIn>().WithPasswordAsync(Email, password, CancellationToken.None);

    private Task<Actor?> ActorAsync(string stamp) => _host.Get<FindActor>().OfPersonAsync(_adminId, stamp, CancellationToken.None);
}
