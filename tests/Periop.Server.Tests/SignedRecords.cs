using Xunit;

namespace Periop.Server.Tests;

/// <summary>Who signs, and what is recorded after that.</summary>
public sealed class SignedRecords(PeriopHost host) : IClassFixture<PeriopHost>
{
    readonly TestHospital hospital = host.NewHospital();

    [Fact]
    public async Task A_signature_is_of_whoever_holds_the_token()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        (await hospital.Named("surgeon-3", "or-staff").PostAsync($"{surgicalCase.Path}/signatures", new { role = "surgeon", meaning = "author" })).Is(200);
        var signature = (await surgicalCase.ReadAsync()).Json["signatures"]![0]!;
        Assert.Equal(("surgeon", "author", "surgeon-3"),
            (signature["role"]!.GetValue<string>(), signature["meaning"]!.GetValue<string>(), signature["signedBy"]!.GetValue<string>()));
        (await surgicalCase.PostAsync("signatures", new { role = "surgeon", meaning = "author", signedBy = "someone-else" })).PointsAt("/signedBy");
        await surgicalCase.RecordedAsync("blood-loss", new { cumulativeMl = 100 });     // one signature freezes nothing
    }

    [Fact]
    public async Task A_signed_record_takes_intraoperative_entries_with_a_reason_alone()
    {
        var surgicalCase = await hospital.CaseInOperationAsync().SignedAsync();
        (await surgicalCase.PostAsync("blood-loss", new { cumulativeMl = 100 })).IsProblem(409, "record-signed");
        Assert.Contains("entry-after-signature",
            (await surgicalCase.RecordedAsync("blood-loss", new { cumulativeMl = 100, reason = "read off the suction" })).Flags);
        await surgicalCase.RecordedAsync("addenda", new { text = "family informed" });
        await surgicalCase.RecordedAsync("complications", new { kind = "dural-tear" });
        await surgicalCase.RecordedAsync("assessments", new { assessments = new[] { new { kind = "infection", finding = "absent" } } });
        await surgicalCase.RecordedAsync("recovery-entry");
        await surgicalCase.RecordedAsync("discharge", new { destination = "home" });
    }

    [Fact]
    public async Task An_offline_entry_from_before_the_signature_is_accepted_and_flagged()
    {
        var surgicalCase = await hospital.CaseInOperationAsync().SignedAsync();
        Assert.Contains("entry-after-signature",
            (await surgicalCase.RecordedAsync("blood-loss", new { cumulativeMl = 100, source = "downtime", occurredAt = hospital.Now.AddMinutes(-1) })).Flags);
    }

    [Fact]
    public async Task Retracting_a_signature_opens_the_record_again()
    {
        var surgicalCase = await hospital.CaseInOperationAsync().SignedAsync();
        var signature = (await surgicalCase.ReadAsync()).Json["signatures"]![1]!["entryId"]!.GetValue<Guid>();
        Assert.Contains("signature-withdrawn",
            (await surgicalCase.RecordedAsync("retractions", new { targetEntryId = signature, reason = "too early" })).Flags);
        await surgicalCase.RecordedAsync("blood-loss", new { cumulativeMl = 100 });
    }

    [Fact]
    public async Task Nobody_signs_as_surgeon_and_as_circulating_nurse()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        await surgicalCase.RecordedAsync("signatures", new { role = "surgeon", meaning = "author" });
        (await surgicalCase.PostAsync("signatures", new { role = "circulating-nurse", meaning = "author" })).IsProblem(409, "signer-signed-already");
        await surgicalCase.RecordedAsync("signatures", new { role = "surgeon", meaning = "approver" });
    }
}
