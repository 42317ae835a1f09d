using Periop.Server.Access;
using Periop.Server.Tests;
using Xunit;

namespace Periop.Faults;

/// <summary>Screens watch a board through a proxy that cuts them all off again and again, while patients come and go.</summary>
public sealed class CutScreens(TestDatabases databases, ITestOutputHelper output) : IAsyncLifetime
{
    readonly PeriopHost host = new(databases) { Hospitals = 1, Listens = true };
    readonly HttpClientHandler handler = new() { UseCookies = false };
    TestHospital hospital = null!;
    TcpLine? line;

    public async ValueTask InitializeAsync()
    {
        await host.InitializeAsync();
        hospital = host.NewHospital();
        line = new TcpLine(host.Client.BaseAddress!);
    }

    public async ValueTask DisposeAsync()
    {
        if (line is not null)
            await line.DisposeAsync();
        handler.Dispose();
        await host.DisposeAsync();
    }

    [Fact]
    public Task Screens_that_come_back_miss_nothing_and_are_told_nothing_twice() => CutAsync(screens: 60, cuts: 5, Seed.Of(output));

    [Fact(Explicit = true)]
    public Task A_thousand_screens_that_are_cut_twenty_times_miss_nothing() => CutAsync(screens: 1000, cuts: 20, Seed.Of(output));

    async Task CutAsync(int screens, int cuts, int seed)
    {
        using var client = new HttpClient(handler, disposeHandler: false) { BaseAddress = line!.Address };
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var person = new Person(client, TokenVerb.Sign(host.Configuration, ["display"], hospital.Id, "display-1"));
        var all = Enumerable.Range(0, screens).Select(_ => new Screen(person)).ToArray();
        var watching = Task.WhenAll(all.Select(screen => screen.WatchAsync(stop.Token)));
        var random = new Random(seed);
        for (var cut = 1; cut <= cuts; cut++)
        {
            await ConnectedAsync(all, cut);
            await ChangeAsync(random);
            var missesSomething = cut % 2 == 0;
            if (!missesSomething)
                await ShowTheBoardAsync(all);
            line.Cut();
            if (missesSomething)
                await ChangeAsync(random);
            line.Heal();
        }

        await ConnectedAsync(all, cuts + 1);
        await ChangeAsync(random);
        await ShowTheBoardAsync(all);
        await stop.CancelAsync();
        await watching;
        output.WriteLine($"{screens} screens were connected {all.Sum(screen => screen.Connections)} times.");
        Assert.Empty(all.SelectMany(screen => screen.Repeated));
    }

    async Task ShowTheBoardAsync(Screen[] screens)
    {
        await host.CaughtUpAsync();
        var board = Screen.Of((await hospital.Display.GetAsync("/api/board")).Is(200).Json);
        await Eventually.BecomesAsync(
            () => Task.FromResult(screens.Count(screen => screen.Shown != board)), others => others == 0, "every screen shows the board");
    }

    static Task ConnectedAsync(Screen[] screens, int times) => Eventually.BecomesAsync(
        () => Task.FromResult(screens.Min(screen => screen.Connections)), so => so >= times, "all screens are connected");

    async Task ChangeAsync(Random random)
    {
        for (var at = random.Next(1, 4); at > 0; at--)
            await hospital.CaseInRoomAsync(PeriopHost.Rooms[random.Next(PeriopHost.Rooms.Length)]);
    }
}
