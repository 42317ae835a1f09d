using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Periop.Domain.Cases;
using Periop.Server.Access;
using Periop.Server.Cases;
using Wolverine;
using Xunit;

namespace Periop.Server.Tests.Grouping;

/// <summary>Commands that share a transaction are recorded as if each came alone.</summary>
public sealed class Together(PeriopHost host, TestDatabases databases) : IClassFixture<PeriopHost>
{
    /// <summary>What the access log calls them.</summary>
    const string Action = "together";

    readonly TestHospital hospital = host.NewHospital();

    [Fact]
    public async Task A_refusal_a_stop_and_what_has_to_go_alone_keep_no_neighbour_back()
    {
        var inRoom = await hospital.CaseInRoomAsync();
        var calledOff = await hospital.CaseAsync();
        (await calledOff.PostAsync("cancellation", new { code = "no-bed" })).Is(200);
        var results = await RecordAsync(
            Entry(inRoom.Id, new ReadyRoom()),
            Entry(inRoom.Id, new MakeIncision()),
            Entry(calledOff.Id, new ReadyRoom()),
            Entry(Guid.NewGuid(), new ReadyRoom()),
            Entry(inRoom.Id, new ReadyRoom()) with { SeenVersion = 1 },
            Entry(inRoom.Id, new EstimateBloodLoss(100)));
        Assert.Collection(
            results,
            result => Assert.IsType<CommandResult.Recorded>(result),
            result => Assert.IsType<CommandResult.Stopped>(result),
            result => Assert.IsType<CommandResult.Refused>(result),
            Assert.Null,
            result => Assert.IsType<CommandResult.Stale>(result),
            result => Assert.IsType<CommandResult.Recorded>(result));
        Assert.Equal(4, await inRoom.EntryCountAsync());
    }

    [Fact]
    public async Task Those_for_one_case_are_judged_one_after_the_other()
    {
        var inRoom = await hospital.CaseInRoomAsync();
        var timeOut = Entry(inRoom.Id, new CompleteSafetyCheck(SafetyCheckPhase.TimeOut));
        var incision = Entry(inRoom.Id, new MakeIncision());
        var results = await RecordAsync(timeOut, incision, Entry(inRoom.Id, timeOut.Command) with { EntryId = timeOut.EntryId });
        Assert.Equal(3, Assert.IsType<CommandResult.Recorded>(results[0]).Receipt.Version);
        Assert.Equal(4, Assert.IsType<CommandResult.Recorded>(results[1]).Receipt.Version);
        Assert.Equal(3, Assert.IsType<CommandResult.Replayed>(results[2]).Receipt.Version);
        Assert.Equal("incised", (await inRoom.ReadAsync()).Json["phase"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_case_that_somebody_else_is_recording_into_is_left_out_and_not_waited_for()
    {
        var (held, free) = (await hospital.CaseInRoomAsync(), await hospital.CaseInRoomAsync());
        await using var connection = new Npgsql.NpgsqlConnection(host.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using (var hold = new Npgsql.NpgsqlCommand("select 1 from periop_events.mt_streams where id = $1 for update", connection, transaction))
        {
            hold.Parameters.Add(new() { Value = held.Id });
            await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var results = await RecordAsync(Entry(held.Id, new ReadyRoom()), Entry(free.Id, new ReadyRoom()));
        Assert.Null(results[0]);
        Assert.IsType<CommandResult.Recorded>(results[1]);
    }

    [Fact]
    public async Task Each_leaves_the_access_entry_that_it_would_leave_alone()
    {
        var inRoom = await hospital.CaseInRoomAsync();
        await RecordAsync(Entry(inRoom.Id, new ReadyRoom()), Entry(inRoom.Id, new MakeIncision()), Entry(Guid.NewGuid(), new ReadyRoom()));
        var entered = (await Entered.AllAsync(hospital)).Where(entry => Entered.Text(entry, "action") == Action).ToArray();
        Assert.Equal(["200", "409"], entered.Select(entry => Entered.Text(entry, "outcome")).Order());
        Assert.All(entered, entry => Assert.Equal($"{inRoom.Id}", Entered.Text(entry, "caseId")));
    }

    [Fact]
    public async Task Each_keeps_the_trace_of_its_own_request()
    {
        var surgicalCase = await hospital.CaseInRoomAsync();
        var traces = Enumerable.Range(0, 12).Select(_ => ActivityTraceId.CreateRandom().ToHexString()).ToArray();
        await Task.WhenAll(traces.Select(async trace =>
            (await hospital.Nurse.PostAsync(
                $"{surgicalCase.Path}/addenda", new { text = trace }, ("traceparent", $"00-{trace}-00f067aa0ba902b7-01"))).Is(200)));
        Assert.Equal(12L, await host.SqlAsync(
            "select count(*) from periop_events.mt_events where stream_id = $1 and type = 'addendum_added' and data->>'text' = correlation_id",
            surgicalCase.Id));
    }

    /// <summary>Whom the database does not take is at fault alone. Its rule is there before the program, which reads while it runs.</summary>
    [Fact]
    public async Task One_that_makes_the_transaction_fail_fails_alone()
    {
        await using var poisoned = new PeriopHost(databases);
        var database = await databases.CopyAsync();
        await TestDatabases.SqlAsync(database, """
            create function periop.refuse_poison() returns trigger language plpgsql as
            'begin if new.data->>''text'' = ''poison'' then raise ''poison''; end if; return new; end';
            create trigger poison before insert on periop_events.mt_events for each row execute function periop.refuse_poison()
            """);
        await poisoned.StartAsync(database);
        var surgicalCase = await poisoned.NewHospital().CaseInRoomAsync();
        var texts = Enumerable.Range(0, 20).Select(at => at % 10 == 3 ? "poison" : $"remark {at}").ToArray();
        var answers = await Task.WhenAll(texts.Select(text => surgicalCase.PostAsync("addenda", new { text })));
        Assert.Equal(texts.Select(text => text == "poison" ? 500 : 200), answers.Select(answer => answer.Status));
        Assert.Equal(2 + 18, await surgicalCase.EntryCountAsync());
    }

    RecordEntry Entry(Guid caseId, CaseCommand command) => new(
        caseId, Guid.NewGuid(), command, new string('0', 64), "or-staff-1", null, AccessEntry.By("or-staff-1", Action, caseId, host.Now));

    async Task<IReadOnlyList<CommandResult?>> RecordAsync(params RecordEntry[] entries)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<IMessageBus>()
            .InvokeForTenantAsync<RecordedTogether>(hospital.Id, new RecordTogether(entries), TestContext.Current.CancellationToken)).Results;
    }
}
