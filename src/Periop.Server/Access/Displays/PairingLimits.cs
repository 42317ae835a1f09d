using System.Threading.RateLimiting;

namespace Periop.Server.Access.Displays;

/// <summary>Nobody fills the table with codes, or finds one by trying.</summary>
sealed class PairingLimits : IDisposable
{
    const int CodesOfOrigin = 60;
    const int WrongCodesOfPerson = 10;

    readonly PartitionedRateLimiter<string> shown = InTenMinutes(CodesOfOrigin);
    readonly PartitionedRateLimiter<string> wrong = InTenMinutes(WrongCodesOfPerson);

    /// <summary>Counts a code that is to be shown.</summary>
    public bool MayShow(string origin) => Take(shown, origin, 1);

    /// <summary>Whether somebody may try another code.</summary>
    public bool MayTry(Caller caller) => Take(wrong, NameOf(caller), 0);

    /// <summary>Counts a code that nothing shows.</summary>
    public void CountWrong(Caller caller) => Take(wrong, NameOf(caller), 1);

    public void Dispose()
    {
        shown.Dispose();
        wrong.Dispose();
    }

    static string NameOf(Caller caller) => $"{caller.Hospital}\n{caller.Subject}";

    static bool Take(PartitionedRateLimiter<string> limiter, string whose, int count)
    {
        using var lease = limiter.AttemptAcquire(whose, count);
        return lease.IsAcquired;
    }

    static PartitionedRateLimiter<string> InTenMinutes(int most) => PartitionedRateLimiter.Create<string, string>(whose =>
        RateLimitPartition.GetFixedWindowLimiter(whose, _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = TimeSpan.FromMinutes(10) }));
}
