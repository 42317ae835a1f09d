using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Periop.Domain.Text;
using Periop.Server.Hospitals;
using Xunit;

namespace Periop.Server.Tests.Http;

/// <summary>An instant is read or refused, however early or late it is and whatever its offset.</summary>
public sealed class EdgesOfTime(PeriopHost host) : IClassFixture<PeriopHost>
{
    static readonly string[] Cursors =
    [
        """{"Date":"2026-03-02","CaseId":"ID","Until":"AT"}""", """{"At":"AT","Id":"ID","Until":"AT"}""", """{"At":"AT","Id":"ID"}""",
        """{"AnnouncedAt":"AT","RecallId":"ID","Until":"AT"}""", """{"PlacedAt":"AT","CaseId":"ID","EntryId":"ID","AsOf":"AT","Engine":1}""",
    ];

    readonly TestHospital hospital = host.NewHospital();

    [Theory]
    [InlineData("2026-11-25")]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    [InlineData("2026-03-02T06:00:00%2B05:45")]
    [InlineData("2026-03-02T06:00:00 05:45")]
    [InlineData("2026-03-02T06:00:00-11:00")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59.9999999Z")]
    public async Task The_access_log_is_asked_from_and_to_any_time(string time)
    {
        (await hospital.Auditor.GetAsync($"/api/access-log?from={time}")).Is(200);
        (await hospital.Auditor.GetAsync($"/api/access-log?to={time}")).Is(200);
        (await hospital.Auditor.GetAsync($"/api/access-log?format=csv&from={time}&to={time}")).Is(200);
    }

    [Fact]
    public async Task A_day_of_the_access_log_begins_when_it_begins_in_the_hospital()
    {
        await hospital.CaseAsync();     // at six in UTC, seven in Zurich
        Assert.NotEmpty((await hospital.Auditor.GetAsync("/api/access-log?subject=scheduler-1&from=2026-03-02&to=2026-03-03")).Is(200).Items);
        Assert.Empty((await hospital.Auditor.GetAsync("/api/access-log?subject=scheduler-1&from=2026-03-03")).Is(200).Items);
        Assert.Empty((await hospital.Auditor.GetAsync("/api/access-log?subject=scheduler-1&from=2026-03-02T08:00:00%2B01:00")).Is(200).Items);
    }

    [Fact]
    public void A_day_begins_in_every_zone_and_a_local_time_is_an_instant()
    {
        foreach (var zone in TimeZoneInfo.GetSystemTimeZones())
        {
            var there = new Hospital("h", "H", zone, [], new HashSet<string>());
            foreach (var date in new[] { DateOnly.MinValue, new DateOnly(1900, 1, 1), new DateOnly(2011, 12, 30), DateOnly.MaxValue })
                Assert.Equal(TimeSpan.Zero, there.BeginOf(date).Offset);
            foreach (var local in new[] { DateTime.MinValue, DateTime.MaxValue })
                Assert.Equal(local.Year, zone.InstantOf(local).Year);
            foreach (var instant in new[] { DateTimeOffset.MinValue, DateTimeOffset.MaxValue })
                Assert.Equal(instant.Year, there.DateOf(instant).Year);
        }
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00+01:00")]
    [InlineData("2026-03-02T06:00:00+14:00")]
    [InlineData("2026-03-02T06:00:00-01:00")]
    [InlineData("2027-03-02T06:00:00+00:00")]
    [InlineData("9999-12-31T23:59:59.9999999+00:00")]
    [InlineData("2026-03-02")]
    [InlineData("now")]
    public async Task A_cursor_that_no_page_has_given_is_refused_by_every_list(string at)
    {
        foreach (var list in new[] { "/api/cases", "/api/access-log", "/api/maskings", "/api/implants", "/api/implants/recalls" })
            foreach (var cursor in Cursors)
            {
                var made = Encoding.UTF8.GetBytes(cursor.Replace("AT", at).Replace("ID", $"{Guid.Empty}"));
                (await hospital.As("quality", "auditor", "admin").GetAsync($"{list}?cursor={WebEncoders.Base64UrlEncode(made)}")).PointsAt("/cursor");
            }
    }

    [Fact]
    public async Task A_cursor_with_more_in_it_than_a_page_gives_is_refused()
    {
        const string More = """{"At":"2026-03-02T06:00:00+00:00","Id":"0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30","More":1}""";
        (await hospital.Auditor.GetAsync($"/api/maskings?cursor={WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(More))}")).PointsAt("/cursor");
    }

    [Theory]
    [InlineData("")]
    [InlineData("/timeline")]
    [InlineData("/codes")]
    public async Task What_a_case_will_be_nobody_is_told(string what)
    {
        var surgicalCase = await hospital.CaseInRoomAsync();
        var path = surgicalCase.Path + what;
        var latest = (await hospital.Nurse.GetAsync(path)).Is(200);
        Assert.Equal(latest.Text, (await hospital.Nurse.GetAsync($"{path}?asOf={Later(5)}")).Is(200).Text);
        IsTooLate(await hospital.Nurse.GetAsync($"{path}?asOf={Later(6)}"));
        IsTooLate(await hospital.Nurse.GetAsync($"{path}?asOf=9999-12-31T23:59:59.9999999Z"));
    }

    [Fact]
    public async Task Where_devices_will_be_nobody_is_told()
    {
        await hospital.PlacedAsync(Devices.Scanned("A1"));
        Assert.Single((await hospital.LedgerAsync($"?asOf={Later(5)}")).Is(200).Items);
        IsTooLate(await hospital.Quality.GetAsync($"/api/implants?asOf={Later(6)}"));
        IsTooLate(await hospital.Quality.GetAsync("/api/implants?format=csv&asOf=2099-01-01T00:00:00-14:00"));
    }

    string Later(int minutes) => $"{host.Now.AddMinutes(minutes).UtcDateTime:O}";

    void IsTooLate(Answer answer) => Assert.Equal(host.Now, answer.IsProblem(400, "as-of-in-the-future").Json["serverTime"]!.GetValue<DateTimeOffset>());
}
