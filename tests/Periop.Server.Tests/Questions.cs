using Microsoft.Extensions.DependencyInjection;
using Periop.Server.Access;
using Periop.Server.Cases;
using Xunit;

namespace Periop.Server.Tests;

/// <summary>Queries asked directly, as a page does: nothing of HTTP is there to check the caller first.</summary>
public sealed class Questions(PeriopHost host) : IClassFixture<PeriopHost>
{
    readonly TestHospital hospital = host.NewHospital();

    [Fact]
    public async Task Who_has_no_role_for_a_question_gets_no_answer_and_an_entry()
    {
        var surgicalCase = await hospital.CaseAsync();
        await using var scope = host.Services.CreateAsyncScope();
        var display = Caller("wall-3", Role.Display);
        var query = scope.ServiceProvider.GetRequiredService<CaseQuery>();
        Assert.IsType<NoAnswer.Forbidden>((await query.AskAsync(display, new CaseQuestion(surgicalCase.Id, null), TestContext.Current.CancellationToken)).Why);
        var entry = (await hospital.Auditor.GetAsync("/api/access-log?subject=wall-3")).Is(200).Items.Single()!;
        Assert.Equal(("case", "403", surgicalCase.Id),
            (entry["action"]!.GetValue<string>(), entry["outcome"]!.GetValue<string>(), entry["caseId"]!.GetValue<Guid>()));
    }

    [Fact]
    public async Task A_question_is_about_the_callers_own_hospital()
    {
        var foreign = await host.NewHospital().CaseAsync();
        await using var scope = host.Services.CreateAsyncScope();
        var query = scope.ServiceProvider.GetRequiredService<CaseQuery>();
        var answer = await query.AskAsync(Caller("nurse-1", Role.OrStaff), new TimelineQuestion(foreign.Id, null), TestContext.Current.CancellationToken);
        Assert.IsType<NoAnswer.NotFound>(answer.Why);
    }

    [Fact]
    public async Task Between_two_parts_of_a_whole_list_no_connection_is_held()
    {
        await hospital.CaseAsync();
        await using var scope = host.Services.CreateAsyncScope();
        var query = scope.ServiceProvider.GetRequiredService<CaseListQuery>();
        var all = await query.AskAllAsync(
            Caller("exporter", Role.Quality), new CaseListQuestion(null, null, null, null, null, null), TestContext.Current.CancellationToken);
        await using var reading = all.Value!.Items.GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await reading.MoveNextAsync());
        Assert.Equal(0L, await ReadersOfCasesAsync());
    }

    Caller Caller(string subject, params string[] roles) => new(hospital.Id, subject, roles.ToHashSet());

    async Task<object?> ReadersOfCasesAsync() => await host.SqlAsync("""
        select count(*) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle' and query like '%mt_doc_casesummary%'
        """);
}
