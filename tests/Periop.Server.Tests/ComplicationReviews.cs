using Xunit;

namespace Periop.Server.Tests;

/// <summary>A complication is looked at again by whoever answers for the numbers.</summary>
public sealed class ComplicationReviews(PeriopHost host) : IClassFixture<PeriopHost>
{
    readonly TestHospital hospital = host.NewHospital();

    [Fact]
    public async Task A_complication_is_reviewed_and_what_is_repeated_is_recognised_by_its_target()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        var (one, other) = (await surgicalCase.RecordedAsync("complications", new { kind = "dural-tear" }),
            await surgicalCase.RecordedAsync("complications", new { kind = "nerve-injury" }));
        var body = new { entryId = Guid.NewGuid(), decision = "confirmed", reason = "seen" };
        await surgicalCase.RecordedAsync($"complications/{one.EntryId}/reviews", body);
        Assert.True((await surgicalCase.RecordedAsync($"complications/{one.EntryId}/reviews", body)).IsReplay);
        (await surgicalCase.PostAsync($"complications/{other.EntryId}/reviews", body)).IsProblem(422, "entry-id-reused");
        (await surgicalCase.PostAsync($"complications/{one.EntryId}/reviews", new { decision = "rejected" })).PointsAt("/reason");
    }

    [Fact]
    public async Task A_review_of_an_assessment_says_which_of_its_complications_it_is_of()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        var found = new[] { new { kind = "infection", finding = "present" }, new { kind = "dural-tear", finding = "present" } };
        var reviews = $"complications/{(await surgicalCase.RecordedAsync("assessments", new { assessments = found })).EntryId}/reviews";
        Assert.Contains("infection, dural-tear",
            (await surgicalCase.PostAsync(reviews, new { decision = "confirmed" })).PointsAt("/of"), StringComparison.Ordinal);
        (await surgicalCase.PostAsync(reviews, new { decision = "confirmed", of = "non-union" })).IsProblem(422, "senseless-value");
        Assert.Contains("blood-clots",
            (await surgicalCase.PostAsync(reviews, new { decision = "confirmed", of = "a-cold" })).PointsAt("/of"), StringComparison.Ordinal);
        await surgicalCase.RecordedAsync(reviews, new { decision = "confirmed", of = "infection", kind = "infection-deep" });
    }
}
