using System.Text;
using Xunit;

namespace Periop.Server.Tests.Access;

/// <summary>A token that is no good is none at whatever endpoint and page, does nothing, and is counted and not entered.</summary>
public sealed class TokensAtEveryDoor(PeriopHost host) : IClassFixture<PeriopHost>, IAsyncLifetime
{
    readonly TestHospital hospital = host.NewHospital();
    TestCase surgicalCase = null!;

    public async ValueTask InitializeAsync() => surgicalCase = await hospital.CaseAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public static TheoryData<string> Kinds => [.. BadTokens.All.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_token_that_is_no_good_opens_no_door(string kind)
    {
        var (status, make) = BadTokens.All[kind];
        var someone = hospital.WithToken(make(hospital));
        var before = await TracesAsync();
        var guarded = Guarded().Where(route => kind != "without a role" || route.NamesRoles).ToArray();
        foreach (var route in guarded)
        {
            var answer = await SentAsync(someone, route);
            if (kind == "none" && !AnswersPrograms(route))
                Assert.Matches("^[^?]*/(sign-in|display)[?]returnUrl=", answer.Is(302).Header("Location"));
            else
                Assert.Equal(status == 401, answer.IsProblem(status).Header("WWW-Authenticate") is not null);
        }

        Assert.Equal(before with { Entered = before.Entered + (kind == "without a role" ? guarded.Count(Enters) : 0) }, await TracesAsync());
    }

    [Theory]
    [InlineData("periop=garbage")]
    [InlineData("periop-display=garbage")]
    [InlineData("periop-signer=garbage")]
    public async Task A_cookie_that_is_not_ours_opens_no_door(string cookie)
    {
        var before = await TracesAsync();
        foreach (var route in Guarded())
        {
            var answer = await SentAsync(hospital.WithToken(null), route, ("Cookie", cookie), ("Origin", "http://localhost"));
            answer.Is(AnswersPrograms(route) ? 401 : 302);
        }

        Assert.Equal(before, await TracesAsync());
    }

    IReadOnlyList<ProgramRoute> Guarded() => [.. host.Routes().Where(route => !route.IsForAnybody)];

    /// <summary>Without anything to be known by, a person is led to where one signs in, and a program is told.</summary>
    static bool AnswersPrograms(ProgramRoute route) => route.IsOfInterface || route.Path == "/metrics";

    /// <summary>Whoever is known, and may not, has an entry of each request for something of the record.</summary>
    static bool Enters(ProgramRoute route) => route.IsOfInterface || route.IsPage;

    Task<Answer> SentAsync(Person person, ProgramRoute route, params (string Name, string Value)[] headers)
    {
        var path = route.Parameters.Aggregate(route.Path, (filled, name) => filled.Replace($"{{{name}}}", $"{surgicalCase.Id}"));
        return person.SendAsync(route.Verb, path, route.Takes is null ? null : new StringContent("{}", Encoding.UTF8, route.Takes), headers);
    }

    /// <summary>What a request that is let in would leave.</summary>
    async Task<(int Entered, long Events)> TracesAsync() => (
        (await Entered.AllAsync(hospital)).Count,
        (long)(await host.SqlAsync("select count(*) from periop_events.mt_events where tenant_id = $1", hospital.Id))!);
}
