using Microsoft.AspNetCore.Http;
using Periop.Server.Access;
using Periop.Server.Http.Description;
using Xunit;

namespace Periop.Server.Tests.Access;

/// <summary>Every endpoint of the interface, asked by every role of a hospital of its own.</summary>
public sealed class WhoMayWhat(PeriopHost host) : IClassFixture<PeriopHost>, IAsyncLifetime
{
    /// <summary>All that the program knows, whoever adds one.</summary>
    public static readonly string[] Roles = [.. typeof(Role).GetFields().Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!)];

    readonly TestHospital hospital = host.NewHospital();
    TestCase surgicalCase = null!;

    public async ValueTask InitializeAsync() => surgicalCase = await hospital.CaseAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public static TheoryData<string> AnyRole => [.. Roles];

    [Fact]
    public void Every_role_that_may_something_is_one_of_the_program() => Assert.Subset(Roles.ToHashSet(), Allowed.ByRole.Keys.ToHashSet());

    [Fact]
    public void A_token_can_be_printed_for_every_role() => Assert.Equal(Roles.Order(StringComparer.Ordinal), Role.All.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(AnyRole))]
    public async Task A_role_may_what_is_named_for_it_and_nothing_else(string role)
    {
        var person = hospital.As(role);
        foreach (var (operation, success, send) in await AllowedRequests.OfAsync(hospital, surgicalCase))
        {
            var (answer, entries) = await Entered.ByAsync(hospital, () => send(person));
            if (Allowed.Of(role).Contains(operation))
                answer.Is(success);
            else
                answer.IsProblem(403);
            Assert.Equal(EntriesOf(operation, answer), entries.Count);
            Assert.All(entries, entry => Assert.Equal($"{answer.Status}", Entered.Text(entry, "outcome")));
            Assert.DoesNotContain("unknown", entries.Select(entry => Entered.Text(entry, "action")));
        }
    }

    [Theory]
    [MemberData(nameof(Command.Rows), MemberType = typeof(Command))]
    public async Task A_command_is_for_its_roles_alone(int index)
    {
        var command = Command.All[index];
        var (inOperation, fill) = await hospital.CaseWithTargetsAsync();
        var body = fill(command.Full(Guid.NewGuid(), hospital.Now).ToJsonString());
        foreach (var role in Roles)
        {
            var (answer, entry) = await Entered.OnceAsync(hospital, () => hospital.As(role).PostAsync($"{inOperation.Path}/{fill(command.Path)}", body));
            Assert.Equal((command.Path.Split('/')[^1], $"{inOperation.Id}"), (Entered.Text(entry, "action"), Entered.Text(entry, "caseId")));
            if (command.AllowedRoles.Contains(role))
                answer.Is(200);     // recorded by the first, a repeat by the others
            else
                answer.IsProblem(403);
        }
    }

    [Fact]
    public async Task Every_route_is_asked_of_every_role() => Assert.Equal(
        host.ApiRoutes().Select(route => route.Operation).Order(StringComparer.Ordinal),
        (await AllowedRequests.OfAsync(hospital, surgicalCase)).Select(r => r.Operation).Where(o => o != "GET /metrics")
            .Concat(Command.All.Select(Allowed.OperationOf).Distinct())
            .Order(StringComparer.Ordinal));

    [Fact]
    public async Task A_person_with_several_roles_may_what_each_of_them_may()
    {
        var both = hospital.As("display", "auditor");
        (await both.GetAsync("/api/board")).Is(200);
        (await both.GetAsync("/api/access-log")).Is(200);
        (await both.PostAsync($"{surgicalCase.Path}/room-ready", "{}")).IsProblem(403);
    }

    [Theory]
    [InlineData("nurse")]
    [InlineData("OR-STAFF")]
    [InlineData("or-staff,quality")]
    [InlineData("")]
    public async Task A_role_that_is_none_may_nothing(string role)
    {
        var someone = hospital.Named("someone", role);
        (await someone.GetAsync(surgicalCase.Path)).IsProblem(403);
        (await someone.PostAsync($"{surgicalCase.Path}/room-ready", "{}")).IsProblem(403);
        (await someone.GetAsync("/api/board")).IsProblem(403);
    }

    [Theory]
    [MemberData(nameof(AnyRole))]
    public void A_role_may_something_and_not_everything(string role)
    {
        var all = host.ApiRoutes().Select(route => route.Operation).Append("GET /metrics").ToHashSet();
        Assert.NotEmpty(Allowed.Of(role));
        Assert.ProperSubset(all, Allowed.Of(role).ToHashSet());
    }

    [Fact]
    public void What_the_program_says_of_an_endpoint_is_what_the_contract_says() => Assert.All(host.ApiRoutes(), route => Assert.Equal(
        (route.Operation, string.Join(' ', Roles.Where(role => Allowed.Of(role).Contains(route.Operation)).Order(StringComparer.Ordinal))),
        (route.Operation, string.Join(' ', route.Endpoint.Metadata.GetRequiredMetadata<RolesAllowed>().Roles.Order(StringComparer.Ordinal)))));

    /// <summary>A file of cases has an entry for its row besides.</summary>
    static int EntriesOf(string operation, Answer answer) =>
        operation == "GET /metrics" ? 0 : operation == "POST /api/imports/cases" && answer.Status == 200 ? 2 : 1;
}
