using Xunit;

namespace Periop.Server.Tests.Access;

/// <summary>What one hospital has is nothing to another.</summary>
public sealed class HospitalsApart(PeriopHost host) : IClassFixture<PeriopHost>, IAsyncLifetime
{
    readonly TestHospital hospital = host.NewHospital();
    TestCase surgicalCase = null!;

    public async ValueTask InitializeAsync() => surgicalCase = await hospital.CaseAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Another_hospitals_case_an_unknown_and_a_malformed_id_cannot_be_told_apart()
    {
        var foreign = await host.NewHospital().CaseAsync();
        string[] ids = [$"{foreign.Id}", $"{Guid.NewGuid()}", "malformed", "17", $"{surgicalCase.Id}x", "00000000-0000-0000-0000-000000000000"];
        foreach (var what in new[] { "", "/timeline", "?asOf=2026-03-02T06:00:00Z" })
            await SameAsync(id => hospital.Nurse.GetAsync($"/api/cases/{id}{what}"));
        foreach (var command in Command.All.Where(c => !c.Path.Contains('{')).Take(8))
            await SameAsync(id => hospital.Everyone.PostAsync($"/api/cases/{id}/{command.Path}", command.Least));
        await SameAsync(
            id => hospital.Quality.PostAsync($"/api/cases/{id}/complications/{Guid.NewGuid()}/reviews", """{"decision":"confirmed","reason":"seen"}"""));

        async Task SameAsync(Func<string, Task<Answer>> ask)
        {
            var answers = await Task.WhenAll(ids.Select(ask));
            Assert.All(answers, a => a.IsProblem(404));
            Assert.Single(answers.Select(a => a.WithoutTrace()).Distinct());
        }
    }

    [Fact]
    public async Task Another_hospitals_case_shows_nowhere()
    {
        var stranger = host.NewHospital();
        await Eventually.BecomesAsync(() => hospital.Display.GetAsync("/api/board"), Shows, "its own hospital's board shows it");
        Assert.True(Shows(await hospital.Auditor.GetAsync("/api/access-log")));
        Assert.Empty((await stranger.Nurse.GetAsync("/api/cases")).Is(200).Items);
        Assert.False(Shows(await stranger.Nurse.GetAsync("/api/board")));
        Assert.False(Shows(await stranger.Auditor.GetAsync("/api/access-log")));

        bool Shows(Answer answer) => answer.Is(200).Text.Contains($"{surgicalCase.Id}", StringComparison.Ordinal);
    }
}
