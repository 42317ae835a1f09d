using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Periop.Server.Access;
using Periop.Server.Access.SignIn;
using Periop.Server.Tests;
using Xunit;

namespace Periop.Web.Tests;

/// <summary>Every page of the desk, as the program has them: whoever adds one adds it to this walk.</summary>
public sealed class WalkThroughTheDesk(ListeningHost listening, Chromium chromium) : IClassFixture<ListeningHost>
{
    /// <summary>Where a page begins is not all that it shows: these have something chosen, or in more than one table.</summary>
    static readonly string[] Deeper =
    [
        "/quality/rates?definition=death", "/quality/explain?definition=death&state=present", "/quality/funnel?definition=death",
        "/quality/cusum?definition=death", "/quality/chart?definition=death", "/quality/definitions?definition=infection-deep&groupBy=surgeon",
        "/quality/changes?since=2026-03-02T05:00:00Z", "/quality/due?until=2027-01-01", "/quality/benefits?measure=pain&state=answered",
        "/quality/reconciliation?source=coding&definition=death&side=no-case", "/quality/implants?lot=A7", "/quality/recalls?chosen=N-1",
        "/quality/rates?definition=none", "/quality/register?kind=headache",
    ];

    readonly TestHospital hospital = listening.Host.NewHospital();

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task Every_page_can_be_read_and_pressed_by_everybody_at_every_width(string theme)
    {
        var (surgicalCase, complication) = await TellAsync();
        string[] deeper =
        [
            .. Deeper, $"/quality/register?chosen={surgicalCase.Id}.{complication}.dural-tear",
            $"/quality/review?chosen={surgicalCase.Id}.{complication}.dural-tear",
            $"/coding?chosen={surgicalCase.Id}", $"/schedule?case={surgicalCase.Id}",
        ];
        var (pages, wrong) = (Pages().ToArray(), new List<string>());
        foreach (var ofOne in pages.SelectMany(page => AddressesOf(page, deeper, surgicalCase)).ToLookup(a => a.Subject, a => a.Address))
        {
            await using var visitor = await Visitor.NewAsync(chromium, listening.Host, new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = 1440, Height = 960 },
                ColorScheme = theme == "dark" ? ColorScheme.Dark : ColorScheme.Light,
            });
            await visitor.SignInAsync(hospital, ofOne.Key);
            foreach (var address in ofOne)
            {
                await visitor.Page.SetViewportSizeAsync(1440, 960);
                await visitor.Page.GotoAsync(address);
                await CheckAsync(address, () => Contrast.AssertAsync(visitor.Page, 4.5));
                if (theme == "dark")
                    continue;       // colours are all that differs
                await CheckAsync(address, visitor.AssertAccessibleAsync);
                await CheckAsync(address, () => Targets.AssertAsync(visitor.Page, 24));
                foreach (var width in new[] { 1180, 820, 390 })
                    await CheckAsync($"{width} {address}", () => Targets.AssertFitsAsync(visitor.Page, width));
            }
        }

        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong));

        async Task CheckAsync(string address, Func<Task> check)
        {
            if (await Record.ExceptionAsync(check) is { } fault)
                wrong.Add($"{address}: {fault.Message}");
        }
    }

    /// <summary>Those that nothing but the desk is around.</summary>
    IEnumerable<RouteEndpoint> Pages() =>
        from endpoint in listening.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where endpoint.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type.GetCustomAttribute<LayoutAttribute>() is null && PageEndpoint.IsPage(endpoint)
        select endpoint;

    static IEnumerable<(string Subject, string Address)> AddressesOf(RouteEndpoint page, string[] deeper, TestCase surgicalCase)
    {
        var roles = page.Metadata.GetOrderedMetadata<IAuthorizeData>().SelectMany(allowed => allowed.Roles?.Split(',') ?? []).ToArray();
        var subject = Persona.All.OrderByDescending(persona => persona.Roles.Contains(Role.Scheduler))
            .First(persona => persona.Roles.Any(roles.Contains)).Subject;
        var path = page.RoutePattern.RawText!.Replace("{CaseId:guid}", $"{surgicalCase.Id}", StringComparison.Ordinal);
        return deeper.Where(address => address.Split('?')[0] == path).Prepend(path).Select(address => (subject, address));
    }

    /// <summary>Something for every page to show.</summary>
    async Task<(TestCase Case, Guid Complication)> TellAsync()
    {
        await hospital.PublishShippedAsync();
        for (var n = 0; n < 12; n++)
            await (await hospital.OperatedAsync()).ThenAsync("follow-ups", 120, new { alive = true, painScore = 3 });
        for (var n = 0; n < 3; n++)
            await (await hospital.OperatedAsync(surgeon: "surgeon-2")).ThenAsync("death", 5 + n);
        var surgicalCase = await hospital.CaseInOperationAsync();
        await surgicalCase.RecordedAsync("osteotomies", new { level = "L2", approach = "posterior", grade = 3 });
        await surgicalCase.RecordedAsync("hardware", new { kind = "pedicle-screw", level = "L2", manufacturer = "Example Spine", lot = "A7" });
        var complication = await surgicalCase.RecordedAsync("complications", new { kind = "dural-tear", level = "L2", note = "sutured" });
        await surgicalCase.RecordedAsync("time-corrections",
            new { targetEntryId = complication.EntryId, correctedTo = hospital.Now.AddMinutes(-3), reason = "tapped late" });
        await surgicalCase.RecordedAsync("closure", new { method = "sutures" });
        await surgicalCase.RecordedAsync("room-exit");
        await hospital.CaseAsync(start: hospital.Now.AddHours(2));
        await (await hospital.CaseInRoomAsync("OR-2")).RecordedAsync("incision", new { @override = "emergency" });
        await hospital.Quality.PostAsync("/api/implants/recalls", new { lots = new[] { "A7" }, notice = "N-1" });
        (await hospital.UploadAsync("X-1")).Is(201);
        await hospital.AskedAsync("/api/register/complications");
        return (surgicalCase, complication.EntryId);
    }
}
