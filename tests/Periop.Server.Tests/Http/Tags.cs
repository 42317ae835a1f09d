using System.Security.Cryptography;
using Xunit;
using static Periop.Server.Tests.Devices;

namespace Periop.Server.Tests.Http;

/// <summary>The tag of what was read: it is of the bytes, whatever they depend on.</summary>
public sealed class Tags(PeriopHost host) : IClassFixture<PeriopHost>
{
    readonly TestHospital hospital = host.NewHospital();

    [Fact]
    public async Task After_an_erasure_the_case_is_another_answer()
    {
        var surgicalCase = await OfPatientAsync("p-tagged");
        var named = await surgicalCase.ReadAsync();
        Assert.Equal("p-tagged", named.Json["patientRef"]!.GetValue<string>());
        (await hospital.As("admin").SendAsync(HttpMethod.Delete, "/api/patients/p-tagged?reason=asked", null)).Is(204);
        var erased = (await hospital.Nurse.GetAsync(surgicalCase.Path, ("If-None-Match", named.ETag!))).Is(200);
        Assert.Null(erased.Json["patientRef"]);
        (await surgicalCase.PostAsync("room-entry", "{}", ("If-Match", named.ETag!))).Is(200);      // the case's version is what a command insists on
    }

    [Fact]
    public async Task The_tag_of_a_case_is_its_version_and_the_hash_of_the_answer()
    {
        var surgicalCase = await hospital.CaseInRoomAsync();
        foreach (var what in new[] { "", "/timeline", "/codes" })
        {
            var read = await surgicalCase.ReadAsync(what);
            Assert.Equal($"\"{read.Version}.{Convert.ToHexStringLower(SHA256.HashData(read.Bytes))}\"", read.ETag);
        }
    }

    [Theory]
    [InlineData("/api/cases")]
    [InlineData("/api/board")]
    [InlineData("/api/patients/p-1")]
    [InlineData("/api/implants/recalls")]
    [InlineData("/api/maskings")]
    public async Task What_was_read_is_answered_304_until_it_is_another(string path)
    {
        await OfPatientAsync("p-1");
        await host.SettledAsync();
        var reader = hospital.Everyone;
        var read = await Eventually.BecomesAsync(
            () => reader.GetAsync(path), b => b.Is(200).Header("Periop-Behind") is null or "0", "the board shows the case");
        Assert.Equal($"\"{Convert.ToHexStringLower(SHA256.HashData(read.Bytes))}\"", read.ETag);
        Assert.Empty((await reader.GetAsync(path, ("If-None-Match", read.ETag!))).Is(304).Bytes);
        (await reader.GetAsync(path, ("If-None-Match", "\"0\""))).Is(200);
    }

    [Fact]
    public async Task A_case_is_as_of_its_last_change_and_not_of_the_last_look_at_the_register()
    {
        var (surgicalCase, _) = await hospital.PlacedAsync(Scanned("A1"));
        await host.SettledAsync();
        var bare = await surgicalCase.ReadAsync();
        host.Clock.Advance(TimeSpan.FromHours(1));
        await (await hospital.CaseInOperationAsync()).PlacedAsync(Scanned("B2"));
        await host.SettledAsync();
        Assert.Equal(bare.Text, (await surgicalCase.ReadAsync()).Text);
        (await hospital.Nurse.GetAsync(surgicalCase.Path, ("If-None-Match", bare.ETag!))).Is(304);

        var before = host.Now;
        await hospital.RecalledAsync(new { lots = new[] { "A1" } });
        await host.SettledAsync();
        var flagged = (await hospital.Nurse.GetAsync(surgicalCase.Path, ("If-None-Match", bare.ETag!))).Is(200);
        Assert.True(flagged.Json["asOf"]!.GetValue<DateTimeOffset>() >= before);
        host.Clock.Advance(TimeSpan.FromHours(1));
        await hospital.CaseAsync();
        await host.SettledAsync();
        Assert.Equal(flagged.Text, (await surgicalCase.ReadAsync()).Text);
        Assert.Equal(flagged.Text, (await surgicalCase.ReadAsync($"?asOf={flagged.Json["asOf"]}")).Text);
    }

    async Task<TestCase> OfPatientAsync(string patientRef) =>
        new(hospital, (await hospital.Scheduler.PostAsync("/api/cases", new { caseNumber = Story.NewNumber(), patientRef })).Is(201).CaseId);
}
