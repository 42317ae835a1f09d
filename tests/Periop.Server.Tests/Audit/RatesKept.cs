using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Periop.Server.Access;
using Periop.Server.Audit.Outcomes;
using Periop.Server.Audit.Rates;
using Periop.Server.Hospitals;
using Periop.Server.Json;
using Periop.Server.Register;
using Periop.Server.Store;
using Xunit;

namespace Periop.Server.Tests.Audit;

/// <summary>Rates that are kept in memory, and what would be worked out in their place.</summary>
public sealed class RatesKept(PeriopHost host) : IClassFixture<PeriopHost>, IAsyncLifetime
{
    static readonly RatesQuestion Question = new() { Definition = "infection-deep", GroupBy = GroupBy.Surgeon };

    readonly TestHospital hospital = host.NewHospital();

    public async ValueTask InitializeAsync() => await hospital.PublishShippedAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_kept_answer_is_to_the_byte_what_would_be_worked_out_also_when_days_have_moved_its_cases()
    {
        await (await hospital.OperatedAsync()).ThenAsync("complications", 10, new { kind = "infection-deep" });
        await hospital.OperatedAsync(surgeon: "surgeon-2", incision: hospital.Now.AddDays(-3));
        await (await hospital.OperatedAsync(incision: hospital.Now.AddDays(-60))).RecordedAsync("complications", new { kind = "infection-deep" });
        var open = new List<int>();
        foreach (var passed in new[] { TimeSpan.Zero, TimeSpan.FromSeconds(5), TimeSpan.FromDays(40), TimeSpan.FromDays(90) })
        {
            host.Clock.Advance(passed);
            var now = host.Now;
            var kept = await Eventually.BecomesAsync(
                () => hospital.Quality.GetAsync("/api/audit/rates?definition=infection-deep&groupBy=surgeon"),
                answer => answer.Status == 200 && answer.Header("Periop-Behind") == "0" && answer.Json["asOf"]!.GetValue<DateTimeOffset>() >= now,
                "it is for the new day");
            Assert.Equal(await WorkedOutAsync(kept.Json["asOf"]!.GetValue<DateTimeOffset>()), kept.Text);
            open.Add(kept.Json["groups"]!.AsArray().Sum(g => g!.Int("notYetDue")));
        }

        Assert.Equal([2, 2, 1, 0], open);
    }

    [Fact]
    public void An_answer_is_kept_until_days_passing_move_the_first_of_its_cases()
    {
        using var kept = new KeptRates(new DatabaseHistory());
        var (asked, at) = (new RatesAsked("general", 3, 100, Question), new DateTimeOffset(2026, 3, 2, 6, 0, 0, TimeSpan.Zero));
        kept.Keep(asked, new RatesAnswer("infection-deep", 2, 3, "Europe/Berlin", null, null, at, GroupBy.Surgeon, null, []), at.AddDays(1));
        Assert.Equal(at.AddHours(23), kept.Find(asked with { }, at.AddHours(23))?.AsOf);
        Assert.All(new[] { at.AddSeconds(-1), at.AddDays(1), at.AddDays(2) }, instant => Assert.Null(kept.Find(asked, instant)));
        Assert.All(
            new[]
            {
                asked with { Position = 101 }, asked with { Engine = 4 }, asked with { Hospital = "lakeside" },
                asked with { Question = Question with { Version = 1 } }, asked with { Question = Question with { Surgeon = "surgeon-1" } },
            },
            other => Assert.Null(kept.Find(other, at)));
    }

    /// <summary>The body for an instant, with nothing kept before.</summary>
    async Task<string> WorkedOutAsync(DateTimeOffset asOf)
    {
        await using var scope = host.Services.CreateAsyncScope();
        using var nothing = new KeptRates(new DatabaseHistory());
        var query = new RatesQuery(
            scope.ServiceProvider.GetRequiredService<Asking>(), host.Services.GetRequiredService<RegisterReader>(),
            host.Services.GetRequiredService<HospitalDirectory>(), nothing);
        var answer = await query.AskAsync(
            new Caller(hospital.Id, "quality-1", new HashSet<string> { Role.Quality }), Question with { AsOf = asOf }, CancellationToken.None);
        return JsonSerializer.Serialize(Assert.IsType<Settled<RatesAnswer>>(answer.Value).Body, PeriopJson.Web);
    }
}
