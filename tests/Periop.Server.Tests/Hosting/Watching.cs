using System.Diagnostics;
using Periop.Domain.Cases;
using Periop.Domain.Text;
using Periop.Server.Cases;
using Periop.Server.Hosting.Telemetry;
using Xunit;

namespace Periop.Server.Tests.Hosting;

/// <summary>What those who run the server see: enough to help, nothing of a patient.</summary>
public sealed class Watching(PeriopHost host, TestDatabases databases) : IClassFixture<PeriopHost>
{
    readonly TestHospital hospital = host.NewHospital();

    [Fact]
    public async Task A_server_with_nothing_to_do_is_ready()
    {
        await hospital.CaseAsync();
        var health = await Eventually.BecomesAsync(
            () => AnybodyAsync("/health/ready"), h => h.Json["status"]!.GetValue<string>() == "ready" && h.Json["highWaterMark"]!["lag"]!.GetValue<long>() == 0,
            "the server is ready");
        Assert.Equal((200, "real", "up"), (health.Status, health.Json["clock"]!.GetValue<string>(), health.Json["store"]!.GetValue<string>()));
        Assert.DoesNotContain(hospital.Id, health.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_whose_first_requests_would_be_slow_is_not_ready_and_says_when_to_ask_again()
    {
        await using var cold = new PeriopHost(databases);
        var database = await databases.CopyAsync();
        await using var held = new Npgsql.NpgsqlConnection(database);
        await held.OpenAsync(TestContext.Current.CancellationToken);
        await using (await held.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            await using var hold = new Npgsql.NpgsqlCommand("lock table periop_events.mt_streams in exclusive mode", held);
            await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            await cold.StartAsync(database);
            var health = await Eventually.BecomesAsync(
                () => cold.NewHospital().WithToken(null).GetAsync("/health/ready"), h => h.Json["store"]!.GetValue<string>() == "up", "the store is up");
            Assert.Equal((503, false), (health.Status, health.Json["warm"]!.GetValue<bool>()));
            Assert.NotNull(health.Header("Retry-After"));
        }

        await Eventually.BecomesAsync(() => cold.NewHospital().WithToken(null).GetAsync("/health/ready"), h => h.Status == 200, "the server is ready");
    }

    [Fact]
    public async Task A_mark_that_stands_still_while_events_wait_makes_it_not_ready()
    {
        await hospital.CaseAsync();
        await Eventually.BecomesAsync(
            () => host.SqlAsync("select count(*) from periop_events.mt_event_progression where name = 'HighWaterMark'"), rows => rows is 1L, "there is a mark");
        await using var connection = new Npgsql.NpgsqlConnection(host.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using (await connection.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            await using var held = new Npgsql.NpgsqlCommand(
                "select name from periop_events.mt_event_progression where name = 'HighWaterMark' for update", connection);
            await held.ExecuteScalarAsync(TestContext.Current.CancellationToken);
            await hospital.CaseAsync();
            await Eventually.BecomesAsync(() => AnybodyAsync("/health/ready"), h => h.Status == 503, "the server is not ready");
        }

        await Eventually.BecomesAsync(() => AnybodyAsync("/health/ready"), h => h.Status == 200, "the server is ready again");
    }

    [Fact]
    public async Task Metrics_are_for_operations_and_name_nobody()
    {
        var surgicalCase = await hospital.CaseAsync();
        (await AnybodyAsync("/metrics")).IsProblem(401);
        (await hospital.Nurse.GetAsync("/metrics")).IsProblem(403);
        var metrics = await Eventually.BecomesAsync(
            () => hospital.As("operations").GetAsync("/metrics"),
            m => m.Is(200).Text.Contains("command=\"schedule-case\",outcome=\"recorded\"", StringComparison.Ordinal),
            "the entry is counted");
        Assert.DoesNotContain($"{surgicalCase.Id}", metrics.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("scheduler-1", metrics.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/cases")]
    [InlineData("/api/nothing")]
    public async Task Answers_are_neither_sniffed_nor_kept(string path)
    {
        foreach (var answer in new[] { await AnybodyAsync(path), await hospital.Nurse.GetAsync(path) })
        {
            Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
            Assert.Equal("no-store", answer.Header("Cache-Control"));
        }
    }

    [Fact]
    public void A_recording_that_is_logged_says_nothing_of_the_patient() =>
        Assert.Equal("ScheduleCase",
            new RecordEntry(Guid.NewGuid(), Guid.NewGuid(), new ScheduleCase(new Label("2026-1"), PatientRef: new Reference("p-1")),
                "", "nurse-1", null, null).ToString());

    [Fact]
    public void A_span_names_no_case()
    {
        using var processor = new PrivateSpans();
        using var span = new Activity("GET").SetTag("url.path", "/api/cases/1").SetTag("url.query", "?surgeon=s").SetTag("http.route", "/api/cases/{caseId}");
        processor.OnEnd(span);
        Assert.Equal(["http.route"], span.TagObjects.Select(t => t.Key));
    }

    [Fact]
    public void A_span_says_what_kind_of_exception_there_was_but_not_its_text()
    {
        using var source = new ActivitySource("Wolverine");
        using var sampled = new ActivityListener
        {
            ShouldListenTo = s => s.Name == "Wolverine",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
        };
        ActivitySource.AddActivityListener(sampled);
        ActivitySource.AddActivityListener(PrivateSpans.WithoutTexts);
        using var span = source.StartActivity("handle")!;
        span.AddException(new InvalidOperationException("about p-20931"));
        var tags = span.Events.Single().Tags.ToDictionary(t => t.Key, t => t.Value);
        Assert.Equal(typeof(InvalidOperationException).FullName, tags["exception.type"]);
        Assert.DoesNotContain(tags.Values, v => v?.ToString()?.Contains("p-20931", StringComparison.Ordinal) is true);
    }

    Task<Answer> AnybodyAsync(string path) => hospital.WithToken(null).GetAsync(path);
}
