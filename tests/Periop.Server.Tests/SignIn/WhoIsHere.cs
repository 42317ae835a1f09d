using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Periop.Server.Cases.Table;
using Xunit;

namespace Periop.Server.Tests.SignIn;

/// <summary>What a page that a device keeps without anybody in it learns first: who is signed in, and what time it is here.</summary>
public sealed class WhoIsHere(PeriopHost host) : IClassFixture<PeriopHost>
{
    readonly TestHospital hospital = host.NewHospital();

    [Fact]
    public async Task Whoever_is_signed_in_is_told_who_and_where()
    {
        var nurse = await Browser.SignedInAsync(hospital);
        var (answer, entry) = await Entered.OnceAsync(hospital, () => nurse.GetAsync("/api/sitting"));
        var release = host.Services.GetRequiredService<CaseForm>().Release;
        Assert.Equal("no-store", answer.Is(200).Header("Cache-Control"));
        Assert.Equal(("N-07", "sitting"), (Entered.Text(entry, "subject"), Entered.Text(entry, "action")));
        AssertSame($$"""
            { "subject": "N-07", "hospital": "{{hospital.Id}}", "hospitalName": "{{hospital.Id}}", "timeZone": "Europe/Zurich", "roles": ["or-staff"],
              "rooms": [ { "room": "OR-1", "label": "1" }, { "room": "OR-2", "label": "2" }, { "room": "OR-3", "label": "3" } ],
              "clockFactor": 1, "release": "{{release}}", "development": true }
            """, answer.Text);
    }

    [Fact]
    public async Task A_program_is_told_so_of_its_token()
    {
        var sitting = (await hospital.Named("someone", "quality", "coder").GetAsync("/api/sitting")).Is(200).Json;
        Assert.Equal("someone", sitting["subject"]!.GetValue<string>());
        Assert.Equal(["coder", "quality"], sitting["roles"]!.AsArray().Select(role => role!.GetValue<string>()));
        (await hospital.WithToken(null).GetAsync("/api/sitting")).IsProblem(401);
    }

    [Fact]
    public async Task Every_answer_to_a_program_says_what_time_it_is_here_and_no_page_does()
    {
        var surgicalCase = await hospital.CaseAsync();
        host.Clock.Advance(TimeSpan.FromMilliseconds(1234));
        var tag = (await hospital.Nurse.GetAsync(surgicalCase.Path)).Is(200).ETag!;
        Answer[] answers =
        [
            (await hospital.Nurse.GetAsync(surgicalCase.Path, ("If-None-Match", tag))).Is(304),
            (await hospital.WithToken(null).GetAsync("/api/board")).Is(401),
            (await hospital.Nurse.GetAsync("/api/access-log")).Is(403),
            (await hospital.Nurse.GetAsync("/api/nothing")).Is(404),
            (await hospital.Nurse.PostAsync($"{surgicalCase.Path}/incision", "{}")).Is(409),
            (await hospital.Nurse.PostAsync($"{surgicalCase.Path}/room-ready", "{}")).Is(200),
            (await hospital.Nurse.PostAsync($"{surgicalCase.Path}/room-ready", "{")).Is(400),
        ];
        var now = host.Now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        Assert.All(answers, answer => Assert.Equal((answer.Request, now), (answer.Request, Assert.Single(answer.Headers("Periop-Time")))));
        using var stream = await hospital.Nurse.OpenAsync("/api/board/stream");
        Assert.Equal(now, Assert.Single(stream.Headers.GetValues("Periop-Time")));
        Assert.Null((await new Browser(host).OpenAsync("/sign-in")).Is(200).Header("Periop-Time"));
    }

    static void AssertSame(string expected, string actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), actual);
}
