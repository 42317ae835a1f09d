using Xunit;

namespace Periop.Server.Tests;

public sealed class Repeats(PeriopHost host) : IClassFixture<PeriopHost>
{
    readonly TestHospital hospital = host.NewHospital();

    [Fact]
    public async Task A_repeat_is_answered_with_the_first_receipt_to_the_byte()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        var body = new { entryId = Guid.NewGuid(), level = "L2", approach = "posterior", grade = 3 };
        var first = await surgicalCase.RecordedAsync("osteotomies", body);
        Assert.NotEmpty(first.Flags);
        var again = await surgicalCase.RecordedAsync("osteotomies", body);
        Assert.True(again.IsReplay);
        Assert.Equal((first.Text, first.ETag), (again.Text, again.ETag));
        Assert.Equal(5, await surgicalCase.EntryCountAsync());
    }

    [Fact]
    public async Task A_repeat_is_recognised_after_many_later_entries_and_corrections()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        var body = new { entryId = Guid.NewGuid(), level = "L2", approach = "posterior", grade = 3 };
        var first = await surgicalCase.RecordedAsync("osteotomies", body);
        for (var i = 0; i < 30; i++)
            await surgicalCase.RecordedAsync("blood-loss", new { cumulativeMl = i * 10 });
        await surgicalCase.RecordedAsync("imaging", new { kind = "fluoroscopy", purpose = "level-localisation", occurredAt = hospital.Now.AddMinutes(-1) });
        await surgicalCase.RecordedAsync("retractions", new { targetEntryId = body.entryId, reason = "wrong level" });
        await surgicalCase.RecordedAsync("cancellation", new { code = "no-bed" });
        host.Clock.Advance(TimeSpan.FromDays(400));
        var again = await surgicalCase.RecordedAsync("osteotomies", body);
        Assert.True(again.IsReplay);
        Assert.Equal(first.Text, again.Text);
        Assert.Equal(5 + 30 + 3, await surgicalCase.EntryCountAsync());
    }

    [Fact]
    public async Task A_repeat_may_change_its_way_of_writing_and_bring_the_id_in_the_header()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        var id = Guid.NewGuid();
        var first = (await surgicalCase.PostAsync("fluids", $$"""{"entryId":"{{id}}","kind":"urine","amount":100,"unit":"ml","note":"clear"}""")).Is(200);
        var again = (await surgicalCase.PostAsync("fluids",
            "{ \"note\" : \"cl\\u0065ar\",\n\"unit\":\"ml\", \"amount\":100, \"kind\":\"urine\" }", ("Idempotency-Key", $"{id}"))).Is(200);
        Assert.True(again.IsReplay);
        Assert.Equal(first.Text, again.Text);
    }

    [Theory]
    [InlineData("fluids", """{"kind":"urine","amount":101,"unit":"ml"}""")]
    [InlineData("fluids", """{"kind":"urine","amount":100,"unit":"ml","note":"clear"}""")]
    [InlineData("fluids", """{"kind":"txa","amount":100,"unit":"ml"}""")]
    [InlineData("addenda", """{"text":"something else"}""")]
    public async Task The_same_id_with_other_content_is_refused(string command, string body)
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        var key = ("Idempotency-Key", $"{Guid.NewGuid()}");
        (await surgicalCase.PostAsync("fluids", """{"kind":"urine","amount":100,"unit":"ml"}""", key)).Is(200);
        (await surgicalCase.PostAsync(command, body, key)).IsProblem(422, "entry-id-reused");
        Assert.Equal(5, await surgicalCase.EntryCountAsync());
    }

    [Fact]
    public async Task The_same_body_under_another_command_is_other_content()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        var body = new { entryId = Guid.NewGuid() };
        await surgicalCase.RecordedAsync("dressing", body);
        (await surgicalCase.PostAsync("room-ready", body)).IsProblem(422, "entry-id-reused");
    }

    [Fact]
    public async Task The_id_of_the_scheduling_is_taken_within_its_case()
    {
        var surgicalCase = await hospital.CaseAsync();
        (await surgicalCase.PostAsync("addenda", new { text = "x", entryId = surgicalCase.Id })).IsProblem(422, "entry-id-reused");
    }

    [Fact]
    public async Task The_same_entry_id_in_two_cases_is_two_entries()
    {
        var body = new { entryId = Guid.NewGuid(), text = "both" };
        foreach (var surgicalCase in new[] { await hospital.CaseAsync(), await hospital.CaseAsync() })
            Assert.False((await surgicalCase.RecordedAsync("addenda", body)).IsReplay);
    }

    [Fact]
    public async Task A_scheduling_sent_again_is_the_same_case()
    {
        var body = new { entryId = Guid.NewGuid(), caseNumber = Story.NewNumber(), patientRef = "p-1" };
        var first = (await hospital.Scheduler.PostAsync("/api/cases", body)).Is(201);
        await new TestCase(hospital, first.CaseId).RecordedAsync("room-entry");
        var again = (await hospital.Scheduler.PostAsync("/api/cases", body)).Is(201);
        Assert.True(again.IsReplay);
        Assert.Equal((first.Text, first.Header("Location"), first.ETag), (again.Text, again.Header("Location"), again.ETag));
        (await hospital.Scheduler.PostAsync("/api/cases", new { body.entryId, caseNumber = Story.NewNumber() })).IsProblem(422, "entry-id-reused");
    }

    [Fact]
    public async Task A_scheduling_that_names_its_id_in_the_header_is_the_same_case_too()
    {
        var (body, key) = (new { caseNumber = Story.NewNumber() }, ("Idempotency-Key", $"{Guid.NewGuid()}"));
        var first = (await hospital.Scheduler.PostAsync("/api/cases", body, key)).Is(201);
        Assert.Equal(first.Text, (await hospital.Scheduler.PostAsync("/api/cases", body, key)).Is(201).Text);
    }

    [Fact]
    public async Task The_same_scheduling_in_two_hospitals_is_two_cases_that_know_nothing_of_each_other()
    {
        var other = host.NewHospital();
        var body = new { entryId = Guid.NewGuid(), caseNumber = Story.NewNumber() };
        foreach (var place in new[] { hospital, other })
        {
            var receipt = (await place.Scheduler.PostAsync("/api/cases", body)).Is(201);
            Assert.False(receipt.IsReplay);
            await new TestCase(place, receipt.CaseId).RecordedAsync("addenda", new { text = place.Id });
        }

        Assert.Contains($"\"{other.Id}\"", (await new TestCase(other, body.entryId).TimelineAsync()).Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"\"{other.Id}\"", (await new TestCase(hospital, body.entryId).TimelineAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_number_is_taken_once()
    {
        var number = Story.NewNumber();
        (await hospital.Scheduler.PostAsync("/api/cases", new { caseNumber = number })).Is(201);
        (await hospital.Scheduler.PostAsync("/api/cases", new { caseNumber = number })).IsProblem(409, "case-number-taken");
        (await host.NewHospital().Scheduler.PostAsync("/api/cases", new { caseNumber = number })).Is(201);
    }

    [Fact]
    public async Task A_case_entered_in_error_gives_its_number_back()
    {
        var number = Story.NewNumber();
        var wrong = (await hospital.Scheduler.PostAsync("/api/cases", new { caseNumber = number })).Is(201);
        var inError = new TestCase(hospital, wrong.CaseId);
        await inError.RecordedAsync("retractions", new { targetEntryId = wrong.EntryId, reason = "another patient" });
        Assert.Equal("entered-in-error", (await inError.ReadAsync()).Json["status"]!.GetValue<string>());
        (await hospital.Scheduler.PostAsync("/api/cases", new { caseNumber = number })).Is(201);
    }

    [Fact]
    public async Task Giving_a_number_back_and_taking_the_retraction_back_never_leaves_two_cases_with_one_number()
    {
        var number = Story.NewNumber();
        var first = new TestCase(hospital, (await hospital.Scheduler.PostAsync("/api/cases", new { caseNumber = number })).Is(201).CaseId);
        var retraction = await first.RecordedAsync("retractions", new { targetEntryId = first.Id, reason = "another patient" });
        (await hospital.Scheduler.PostAsync("/api/cases", new { caseNumber = number })).Is(201);
        (await first.PostAsync("retractions", new { targetEntryId = retraction.EntryId, reason = "was right" })).IsProblem(409, "case-number-taken");
    }
}
