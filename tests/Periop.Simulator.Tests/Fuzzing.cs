using System.Net;
using Microsoft.Extensions.Time.Testing;
using Periop.Simulator.Fuzzing;
using Xunit;

namespace Periop.Simulator.Tests;

public sealed class Fuzzing_a_server : IDisposable
{
    readonly FakeTimeProvider clock = new();
    readonly DescribedServer server;

    public Fuzzing_a_server() => server = new(clock);

    public void Dispose() => server.Dispose();

    [Fact]
    public async Task finds_nothing_in_answers_that_are_problems_or_successes()
    {
        server.Answer = (request, _) => request.Method == HttpMethod.Get ? new(HttpStatusCode.OK) { Content = new StringContent("{}") }
            : DescribedServer.Problem(HttpStatusCode.UnprocessableEntity);
        var report = await FuzzAsync();
        Assert.True(report.IsClean);
        Assert.Equal([200, 422], report.Statuses.Keys.Order());
        Assert.Equal((3, 3, report.Requests), (report.Operations, report.Described, report.Statuses.Values.Sum()));
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task finds_a_fault_and_says_by_which_request(HttpStatusCode status)
    {
        server.Answer = (request, body) => body.Contains("\"text\":", StringComparison.Ordinal)
            ? DescribedServer.Problem(status) : DescribedServer.Problem(HttpStatusCode.BadRequest);
        var report = await FuzzAsync();
        Assert.All(report.Findings, finding => Assert.Equal("a fault", finding.What));
        Assert.Contains("/addenda", report.Findings[0].Request, StringComparison.Ordinal);
        Assert.StartsWith($"{(int)status} ", report.Findings[0].Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task finds_an_error_that_is_no_problem_document()
    {
        server.Answer = (_, _) => new(HttpStatusCode.NotFound) { Content = new StringContent("no such page") };
        Assert.All((await FuzzAsync()).Findings, finding => Assert.Equal("no problem document", finding.What));
    }

    [Fact]
    public async Task finds_a_problem_that_repeats_what_was_sent()
    {
        server.Answer = (request, body) => DescribedServer.Problem(HttpStatusCode.BadRequest, request.RequestUri!.Query + body);
        var report = await FuzzAsync();
        Assert.NotEmpty(report.Findings);
        Assert.All(report.Findings, finding => Assert.Equal("what was sent is repeated", finding.What));
    }

    [Fact]
    public async Task finds_that_there_is_no_answer()
    {
        server.Answer = (request, _) => request.Method == HttpMethod.Get ? throw new HttpRequestException("cut")
            : DescribedServer.Problem(HttpStatusCode.BadRequest);
        Assert.All((await FuzzAsync()).Findings, finding => Assert.Equal(("no answer", "cut"), (finding.What, finding.Answer)));
    }

    [Fact]
    public async Task stops_at_so_many_findings()
    {
        server.Answer = (request, _) => DescribedServer.Problem(
            request.Method == HttpMethod.Get ? HttpStatusCode.InternalServerError : HttpStatusCode.BadRequest);
        Assert.Equal(5, (await FuzzAsync(most: 5)).Findings.Count);
    }

    [Fact]
    public async Task by_the_same_seed_sends_the_same_requests_and_by_another_others()
    {
        var (one, again, other) = (await AskedAsync(7), await AskedAsync(7), await AskedAsync(8));
        Assert.Equal(one, again);
        Assert.NotEqual(one, other);
    }

    async Task<IReadOnlyList<string>> AskedAsync(int seed)
    {
        server.Asked.Clear();
        await FuzzAsync(seed);
        return [.. server.Asked];
    }

    Task<FuzzReport> FuzzAsync(int seed = 1, int most = 20) => new Fuzzer(
        new() { Token = "secret", Seed = seed, Duration = TimeSpan.FromSeconds(3), Parallel = 1, MostFindings = most, Clock = clock }, server.Client())
        .RunAsync(TestContext.Current.CancellationToken);
}
