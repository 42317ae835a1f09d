using Periop.Server.Tests;
using Xunit;

namespace Periop.Web.Tests;

/// <summary>Pages that have a list and beside it what is chosen in it, on paper.</summary>
public sealed class PrintedPages(ListeningHost listening, Chromium chromium) : IClassFixture<ListeningHost>
{
    readonly TestHospital hospital = listening.Host.NewHospital();

    [Fact]
    public async Task What_has_two_columns_on_a_screen_loses_none_of_them_on_paper()
    {
        await hospital.PublishShippedAsync();
        var surgicalCase = await hospital.OperatedAsync();
        var report = await surgicalCase.ThenAsync("complications", 34, new { kind = "infection-deep", criteria = new[] { "pus" }, note = "culture taken" });
        await surgicalCase.ThenAsync("hardware", 0, new { kind = "pedicle-screw", level = "L2", manufacturer = "Example Spine", lot = "A7" });
        await surgicalCase.ThenAsync("osteotomies", 0, new { level = "L2", approach = "posterior", grade = 3 });
        await surgicalCase.ThenAsync("closure", 0, new { method = "sutures" });
        await surgicalCase.ThenAsync("room-exit", 0);
        await (await hospital.OperatedAsync(surgeon: "surgeon-2")).ThenAsync("follow-up-attempts", 39, new { method = "call", result = "not-reached" });
        await hospital.Quality.PostAsync("/api/implants/recalls", new { lots = new[] { "A7" }, notice = "N-1", reason = "may loosen" });
        (await hospital.UploadAsync("X-1")).Is(201);
        await hospital.AskedAsync("/api/register/complications");
        await using var visitor = await hospital.AtDeskAsync(chromium);
        foreach (var address in new[]
        {
            "/quality/explain?definition=infection-deep&groupBy=surgeon&key=surgeon-1",
            $"/quality/register?chosen={surgicalCase.Id}.{report.EntryId}.infection-deep",
            "/quality/review", "/quality/due?until=2026-12-01", "/quality/recalls", "/quality/recalls?chosen=N-1",
            "/quality/reconciliation?source=coding&definition=death&side=no-case", "/quality/cusum?definition=infection-deep",
            "/quality/chart?definition=infection-deep", $"/coding?chosen={surgicalCase.Id}",
        })
        {
            await visitor.Page.GotoAsync(address);
            Assert.NotEqual(0, await visitor.Page.Locator(".two").CountAsync());
            try
            {
                await visitor.Page.AssertPrintsWholeAsync();
            }
            catch (Xunit.Sdk.XunitException wrong)
            {
                Assert.Fail($"{address}: {wrong.Message}");
            }
        }
    }
}
