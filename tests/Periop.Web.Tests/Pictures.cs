using Microsoft.AspNetCore.Hosting;
using Microsoft.Playwright;
using Periop.Domain.Outcomes;
using Periop.Server.Access;
using Periop.Server.Tests;
using Periop.Simulator.Planning.Past;
using Periop.Simulator.Playing;
using Xunit;

namespace Periop.Web.Tests;

/// <summary>
/// The pictures in docs/pictures: the pages at four minutes past noon of the demonstration's day, with two years behind it. They are made when asked
/// for, since the past takes most of a minute: <c>dotnet run --project tests/Periop.Web.Tests -- -explicit only -class Periop.Web.Tests.Pictures</c>.
/// </summary>
public sealed class Pictures(TestDatabases databases, Chromium chromium) : IAsyncLifetime
{
    const int Rooms = 12;

    const string Years = "from=2024-03-01&to=2026-03-01";

    static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 4, 0, TimeSpan.FromHours(1));

    readonly PeriopHost host = new(databases) { Listens = true, Hospitals = 1, Definitions = ShippedDefinitions.Current };
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("periop-pictures-");

    /// <summary>Each page, who looks at it, and on what: by day, by night, or with eyes to which colours are not what they are to others.</summary>
    static readonly (string Name, string Subject, string Path, int Width, int Height, string Seen)[] Pages =
    [
        ("sign-in", "", "/sign-in", 1440, 960, "light"),
        ("board-wall", "W-01", "/board", 1920, 1080, "light"),
        ("board-wall-dark", "W-01", "/board", 1920, 1080, "dark"),
        ("board-wall-grey", "W-01", "/board", 1920, 1080, "achromatopsia"),
        ("board-wall-protanopia", "W-01", "/board", 1920, 1080, "protanopia"),
        ("board-tablet", "N-07", "/board", 1180, 820, "light"),
        ("schedule", "P-04", "/schedule", 1440, 960, "light"),
        ("import", "P-04", "/schedule/import", 1440, 960, "light"),
        ("quality-rates", "Q-02", $"/quality/rates?definition=infection&groupBy=surgeon&{Years}", 1440, 960, "light"),
        ("quality-rates-dark", "Q-02", $"/quality/rates?definition=infection&groupBy=surgeon&{Years}", 1440, 960, "dark"),
        ("quality-explain", "Q-02", $"/quality/explain?definition=infection&groupBy=surgeon&key=S-07&{Years}", 1440, 960, "light"),
        ("quality-funnel", "Q-02", $"/quality/funnel?definition=infection&groupBy=surgeon&{Years}", 1440, 960, "light"),
        ("quality-funnel-grey", "Q-02", $"/quality/funnel?definition=infection&groupBy=surgeon&{Years}", 1440, 960, "achromatopsia"),
        ("quality-funnel-protanopia", "Q-02", $"/quality/funnel?definition=infection&groupBy=surgeon&{Years}", 1440, 960, "protanopia"),
        ("quality-cusum", "Q-02", "/quality/cusum?definition=infection&surgeon=S-07", 1440, 960, "light"),
        ("quality-chart", "Q-02", $"/quality/chart?definition=infection&kind=p&by=quarter&{Years}", 1440, 960, "light"),
        ("quality-definitions", "Q-02", $"/quality/definitions?definition=infection&{Years}", 1440, 960, "light"),
        ("quality-times", "Q-02", $"/quality/times?metric=turnover&{Years}", 1440, 960, "light"),
        ("quality-record-keeping", "Q-02", $"/quality/record-keeping?metric=prompt-recording&{Years}", 1440, 960, "light"),
        ("quality-benefits", "Q-02", $"/quality/benefits?measure=pain&{Years}", 1440, 960, "light"),
        ("quality-register", "Q-02", "/quality/register", 1440, 960, "light"),
        ("quality-review", "Q-02", "/quality/review", 1440, 960, "light"),
        ("quality-due", "Q-02", "/quality/due", 1440, 960, "light"),
        ("quality-deviations", "Q-02", "/quality/deviations", 1440, 960, "light"),
        ("quality-corrections", "Q-02", "/quality/corrections", 1440, 960, "light"),
        ("quality-implants", "Q-02", "/quality/implants", 1440, 960, "light"),
        ("quality-recalls", "Q-02", "/quality/recalls", 1440, 960, "light"),
        ("quality-reconciliation", "Q-02", "/quality/reconciliation", 1440, 960, "light"),
        ("coding", "C-05", "/coding", 1440, 960, "light"),
        ("coding-summary", "C-05", "/coding/summary", 1440, 960, "light"),
        ("access-log", "U-01", "/access-log", 1440, 960, "light"),
        ("administration", "D-01", "/administration", 1440, 960, "light"),
        ("displays", "O-03", "/displays", 1440, 960, "light"),
    ];

    public async ValueTask InitializeAsync() => await host.StartAsync(await databases.CopyAsync(), WithTwelveRooms);

    public async ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        await host.DisposeAsync();
    }

    [Fact(Explicit = true)]
    public async Task Every_page_at_noon_of_the_demonstrations_day()
    {
        var hospital = host.NewHospital();
        await PlayAsync(hospital);
        var pictures = Directory.CreateDirectory(Path.Combine(Repository.Root, "docs", "pictures")).FullName;
        foreach (var (name, subject, path, width, height, seen) in Pages)
        {
            await using var visitor = await Visitor.NewAsync(chromium, host, new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = width, Height = height },
                ColorScheme = seen == "dark" ? ColorScheme.Dark : ColorScheme.Light,
            });
            if (subject != "")
                await visitor.SignInAsync(hospital, subject);
            if (seen is not ("light" or "dark"))
                await (await visitor.Context.NewCDPSessionAsync(visitor.Page)).SendAsync(
                    "Emulation.setEmulatedVisionDeficiency", new Dictionary<string, object> { ["type"] = seen });
            await visitor.Page.GotoAsync(path);
            await visitor.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(pictures, $"{name}.png") });
            visitor.AssertQuiet();
        }
    }

    async Task PlayAsync(TestHospital hospital)
    {
        var options = new SimulationOptions
        {
            Token = _ => Task.FromResult(TokenVerb.Sign(host.Configuration, ["or-staff", "scheduler", "quality", "coder"], hospital.Id, "demo")),
            SurgeonToken = _ => Task.FromResult(TokenVerb.Sign(host.Configuration, ["or-staff"], hospital.Id, "demo-surgeon")),
            From = new DateOnly(2026, 3, 2),
            TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Zurich"),
            Rooms = SimulationOptions.NumberedRooms(Rooms),
            LedgerFile = Path.Combine(folder.FullName, "ledger.ndjson"),
        };
        var past = new SimulatedPast(options.Seed, options.TimeZone, options.Rooms, options.From).Plan();
        Assert.Empty((await new PastPlay(options, host.Client).MakeAsync(past, TestContext.Current.CancellationToken)).Refused);
        host.Clock.SetUtcNow(Noon.ToUniversalTime());
        var today = options with { Until = Noon, Meanwhile = past.Today, LedgerFile = options.LedgerFile + ".today" };
        Assert.Empty((await new Simulation(today, host.Client).PlayAsync(TestContext.Current.CancellationToken)).Refused);
        await host.SettledAsync();
        await host.CaughtUpAsync();
    }

    static void WithTwelveRooms(IWebHostBuilder web)
    {
        web.UseSetting("Hospitals:h001:Name", "Hospital General");
        foreach (var (index, room) in SimulationOptions.NumberedRooms(Rooms).Index())
            web.UseSetting($"Hospitals:h001:Rooms:{index}", room);
    }
}
