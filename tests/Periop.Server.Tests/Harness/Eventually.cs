using Xunit;

namespace Periop.Server.Tests;

/// <summary>For what happens soon, but not at once.</summary>
static class Eventually
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Asks until the answer is right; fails with the last answer.</summary>
    public static async Task<T> BecomesAsync<T>(Func<Task<T>> ask, Func<T, bool> right, string what)
    {
        var deadline = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var answer = await ask();
            if (right(answer))
                return answer;
            if (TimeProvider.System.GetElapsedTime(deadline) > Patience)
                Assert.Fail($"Not within {Patience.TotalSeconds} seconds: {what}. Last: {answer}");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
