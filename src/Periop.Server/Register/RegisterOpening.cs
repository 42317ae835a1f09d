using Periop.Server.Access;

namespace Periop.Server.Register;

/// <summary>Whether the register can be had as it was asked for.</summary>
abstract record RegisterOpening
{
    RegisterOpening()
    {
    }

    /// <summary>It can. Whoever asked disposes of it.</summary>
    public sealed record Opened(RegisterSnapshot Register) : RegisterOpening;

    /// <summary>It has not come that far, or not again.</summary>
    public sealed record NotSettled : RegisterOpening;

    /// <summary>It has halted for the hospital, and what is asked for comes after that.</summary>
    /// <param name="Since">When the entry was recorded that it could not work out.</param>
    public sealed record Halted(DateTimeOffset Since) : RegisterOpening;

    /// <summary>The version that gave the part before is gone, or not known here.</summary>
    public sealed record StartAgain : RegisterOpening;

    /// <summary>It was not kept yet at that instant.</summary>
    /// <param name="Since">From when on it can be asked.</param>
    public sealed record TooEarly(DateTimeOffset Since) : RegisterOpening;

    /// <summary>Why it cannot be had; null when it can.</summary>
    public NoAnswer? Why => this switch
    {
        NotSettled => new NoAnswer.NotSettled(),
        Halted halted => new NoAnswer.Halted(halted.Since),
        StartAgain => new NoAnswer.StartAgain(),
        TooEarly early => new NoAnswer.TooEarly(early.Since),
        _ => null,
    };
}
