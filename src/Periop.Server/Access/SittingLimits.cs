namespace Periop.Server.Access;

/// <summary>How long somebody stays signed in, in real time: <c>Access:Sitting</c>.</summary>
sealed class SittingLimits
{
    /// <summary>After signing in.</summary>
    public TimeSpan Longest { get; set; } = TimeSpan.FromHours(12);

    /// <summary>After the last touch.</summary>
    public TimeSpan Untouched { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>After the last touch, while a wound is open in whose case the person has recorded.</summary>
    public TimeSpan UntouchedAtOpenWound { get; set; } = TimeSpan.FromHours(4);
}
