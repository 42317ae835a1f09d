using Xunit;

namespace Periop.Server.Tests;

/// <summary>For what happens soon, but not at once.</summary>
static class Eventually
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Asks until the answer is right; fails with the last answer.</summary>
    /// <param name="patience">For what takes longer than half a minute.</param>
    public static async Task<T> BecomesAsync<T>(Func<Task<T>> ask, Func<T, bool> right, string what, TimeSpan? patience = null)
    {
        var (longest, begun) = (patience ?? Patience, TimeProvider.System.GetTimestamp());
        while (true)
        {
            var answer = await ask();
            if (right(answer))
                return answer;
            if (TimeProvider.System.GetElapsedTime(begun) > longest)
                Assert.Fail($"Not within {longest.TotalSeconds} seconds: {what}. Last: {answer}");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
