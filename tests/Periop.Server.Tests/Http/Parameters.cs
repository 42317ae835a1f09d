using System.Text;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Periop.Server.Access;
using Xunit;

namespace Periop.Server.Tests.Http;

/// <summary>A parameter that nobody reads widens the answer: it is refused, by whatever endpoint.</summary>
public sealed class Parameters(PeriopHost host) : IClassFixture<PeriopHost>
{
    readonly TestHospital hospital = host.NewHospital();

    [Theory]
    [InlineData("/api/implants?lotNumber=A1", "/lotNumber", "lot")]
    [InlineData("/api/cases?patientRef2=p-1", "/patientRef2", "surgeon")]
    [InlineData("/api/cases?status=scheduled&Rom=OR-1", "/Rom", "room")]
    [InlineData("/api/cases?format=csv&rooms=OR-1", "/rooms", "room")]
    [InlineData("/api/cases?=OR-1", "/", "room")]
    [InlineData("/api/cases?a~/b", "/a~0~1b", "room")]
    [InlineData("/api/access-log?user=nurse-1", "/user", "subject")]
    [InlineData("/api/board?day=2026-03-02", "/day", "date")]
    public async Task A_parameter_that_is_not_known_is_named_with_those_that_are(string question, string pointer, string known)
    {
        var answer = (await hospital.As(Role.All).GetAsync(question)).IsProblem(400, "unknown-parameter");
        answer.PointsAt(pointer);
        Assert.Contains(known, answer.Json["known"]!.AsArray().Select(name => name!.GetValue<string>()));
        Assert.Contains(known, answer.Json["detail"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_endpoint_of_the_interface_takes_a_parameter_that_it_does_not_know()
    {
        foreach (var (method, path, takes) in Routes())
            (await hospital.As(Role.All).SendAsync(
                new HttpMethod(method), $"{path}?nobody=reads", takes is null ? null : new StringContent("{}", Encoding.UTF8, takes)))
                .IsProblem(400, "unknown-parameter");
    }

    [Theory]
    [InlineData("/health/ready?x=1&x=2", 200)]
    [InlineData("/health/live?x=1&x=2", 200)]
    [InlineData("/openapi/v1.json?x=1&x=2", 200)]
    [InlineData("/reference/?x=1&x=2", 200)]
    [InlineData("/metrics?x=1&x=2", 401)]
    public async Task What_is_not_of_the_interface_takes_any(string path, int status) =>
        await Eventually.BecomesAsync(() => hospital.WithToken(null).GetAsync(path), answer => answer.Status == status, $"{path} is answered with {status}");

    [Fact]
    public async Task Names_are_compared_without_case_and_read_so()
    {
        await hospital.CaseAsync();
        Assert.Single((await hospital.Nurse.GetAsync("/api/cases?ROOM=OR-1&Status=scheduled")).Is(200).Items);
        Assert.Empty((await hospital.Nurse.GetAsync("/api/cases?ROOM=OR-2&Status=scheduled")).Is(200).Items);
        (await hospital.Nurse.GetAsync("/api/cases?room=OR-1&ROOM=OR-2")).PointsAt("/ROOM");
    }

    [Theory]
    [InlineData("12")]
    [InlineData("\"12")]
    [InlineData("\"12\", nothing")]
    public async Task An_If_None_Match_that_cannot_be_read_is_answered_with_400(string tags)
    {
        var surgicalCase = await hospital.CaseAsync();
        (await hospital.Nurse.GetAsync(surgicalCase.Path, ("If-None-Match", tags))).IsProblem(400, "invalid-if-none-match");
    }

    [Fact]
    public async Task Who_may_not_ask_is_told_that_and_nothing_about_the_question()
    {
        (await hospital.WithToken(null).GetAsync("/api/cases?nobody=reads")).IsProblem(401);
        (await hospital.Display.GetAsync("/api/cases?nobody=reads")).IsProblem(403);
    }

    (string Method, string Path, string? Takes)[] Routes() =>
    [
        .. from endpoint in host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
           let path = endpoint.RoutePattern.RawText!.Replace(":guid", "").TrimEnd('/')
           where path.StartsWith("/api", StringComparison.Ordinal)
           from method in endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods
           select (method, Filled(path), endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes[0]),
    ];

    static string Filled(string path)
    {
        foreach (var id in new[] { "{caseId}", "{targetEntryId}", "{recallId}" })
            path = path.Replace(id, $"{Guid.NewGuid()}");
        return path.Replace("{patientRef}", "p-1");
    }
}
