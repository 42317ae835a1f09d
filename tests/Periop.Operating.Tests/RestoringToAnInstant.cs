using Periop.Server.Tests;
using Xunit;

namespace Periop.Operating.Tests;

/// <summary>A database that was restored to an instant from a base backup and the archived log, by the scripts in deploy/backup.</summary>
public sealed class RestoringToAnInstant(RestoredHospital restored, ITestOutputHelper output) : IClassFixture<RestoredHospital>
{
    [Fact]
    public async Task What_was_recorded_after_the_backup_and_before_the_instant_is_there()
    {
        output.WriteLine($"RPO: the last work that came back was committed {restored.NotBack.TotalMilliseconds:0} ms before the instant that was asked for.");
        output.WriteLine($"RTO: {restored.Took.TotalSeconds:0.0} s from the first command of the restore to an answered board.");
        (await restored.Hospital.Nurse.GetAsync(restored.BetweenBackupAndInstant.Path)).Is(200);
    }

    [Fact]
    public async Task What_was_recorded_after_the_instant_is_not() =>
        (await restored.Hospital.Nurse.GetAsync(restored.AfterTheInstant.Path)).Is(404);

    [Fact]
    public async Task The_register_answers_as_of_instants_before_as_it_did_to_the_byte()
    {
        foreach (var (address, answer) in restored.Answered)
            Assert.Equal(answer, (await restored.Hospital.Quality.GetAsync(address)).Is(200).Bytes);
    }

    [Fact]
    public void Register_and_board_are_what_a_replay_makes_of_the_events()
    {
        Assert.All(restored.CameBack.Take(1), hash => Assert.NotEqual("0 ", hash[..2]));
        Assert.Equal(restored.Replayed, restored.CameBack);
    }

    [Fact]
    public async Task What_was_masked_and_erased_since_came_back_and_is_taken_away_again()
    {
        Assert.True(restored.TablesHoldingThem >= restored.TakenAway.Count, "The restored database never held what was taken away: nothing is tried here.");
        foreach (var text in restored.TakenAway)
            Assert.Empty(await restored.Host.HoldingAsync(text));
    }
}
