using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Periop.Domain.Cases;
using Periop.Domain.Procedures;
using Xunit;

namespace Periop.Server.Tests;

/// <summary>A server that is given a second procedure family, and a hospital that stops at one of its flags alone.</summary>
public sealed class TwoFamilies(TestDatabases databases) : IAsyncLifetime
{
    static readonly ProcedureFamily TumorResection = new(
        "tumor-resection",
        IsPerformed: entries => entries.First<SpecimenTaken>() is not null,
        Flags: [new("specimen-missing", Severity.Attention, "No specimen", "A wound closed without a specimen.", SpecimenMissing)],
        Expectations: [new("specimen", _ => true, entries => entries.First<SpecimenTaken>() is not null)],
        new FamilyCoding("tumor-codes.v1", entries => new SuggestedCodes([new CodeUnits("tumor", 1, [entries.Case.Id])], [])));

    readonly PeriopHost host = new(databases);

    static IEnumerable<Raised> SpecimenMissing(SurvivingEntries entries) =>
        from closure in entries.All<WoundClosed>()
        where entries.First<SpecimenTaken>() is null
        select new Raised("The wound was closed without a specimen.", closure);

    public async ValueTask InitializeAsync() => await host.StartAsync(await databases.CopyAsync(), web => web
        .UseSetting("Hospitals:stopping:TimeZone", "Europe/Zurich")
        .UseSetting("Hospitals:stopping:Stops:0", "specimen-missing")
        .ConfigureTestServices(services => services.AddSingleton(new ProcedureFamilies(SpinalOsteotomy.Family, TumorResection))));

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Each_answers_for_its_own_cases()
    {
        var hospital = host.NewHospital();
        var osteotomy = await hospital.CaseInOperationAsync();
        var resection = await ResectionAsync(hospital);
        Assert.DoesNotContain("specimen-missing", (await ClosedAsync(osteotomy)).Flags);
        Assert.Contains("specimen-missing", (await ClosedAsync(resection)).Flags);
        Assert.DoesNotContain("specimen", await MissingAsync(osteotomy));
        Assert.Contains("specimen", await MissingAsync(resection));
        Assert.Equal("spinal-osteotomy-codes.v1", await RuleSetAsync(osteotomy));
        Assert.Equal("tumor-codes.v1", await RuleSetAsync(resection));
    }

    [Fact]
    public async Task Codes_by_the_rules_of_both_are_not_sent_again()
    {
        var hospital = host.NewHospital();
        var both = await hospital.CaseInOperationAsync();
        await both.RecordedAsync("specimens", new { label = "tumor L3" });
        var codes = await both.ReadAsync("/codes");
        Assert.Equal("spinal-osteotomy-codes.v1+tumor-codes.v1", codes.Json["ruleSet"]!.GetValue<string>());
        (await hospital.Nurse.GetAsync($"{both.Path}/codes", ("If-None-Match", codes.ETag!))).Is(304);
    }

    [Fact]
    public async Task A_hospital_may_stop_at_a_flag_of_a_family()
    {
        var hospital = new TestHospital(host, "stopping");
        await ClosedAsync(await hospital.CaseInOperationAsync());
        var resection = await ResectionAsync(hospital);
        (await resection.PostAsync("closure", new { method = "sutures" })).IsProblem(409, "specimen-missing");
        Assert.Contains("specimen-missing", (await resection.RecordedAsync("closure", new { method = "sutures", @override = "nothing to resect" })).Flags);
    }

    static async Task<TestCase> ResectionAsync(TestHospital hospital)
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        await surgicalCase.RecordedAsync("plan-changes", new { procedure = new { family = "tumor-resection" } });
        return surgicalCase;
    }

    static Task<Answer> ClosedAsync(TestCase surgicalCase) => surgicalCase.RecordedAsync("closure", new { method = "sutures" });

    static async Task<IEnumerable<string>> MissingAsync(TestCase surgicalCase) =>
        (await surgicalCase.ReadAsync()).Json["completeness"]!["missing"]!.AsArray().Select(m => m!.GetValue<string>());

    static async Task<string> RuleSetAsync(TestCase surgicalCase) => (await surgicalCase.ReadAsync("/codes")).Json["ruleSet"]!.GetValue<string>();
}
