namespace Periop.Server.Access;

/// <summary>What a question comes to: a value, or why there is none.</summary>
readonly record struct Answer<T>(T? Value, NoAnswer? Why) where T : class
{
    public static implicit operator Answer<T>(T value) => new(value, null);

    public static implicit operator Answer<T>(NoAnswer why) => new(null, why);
}

/// <summary>Why a question has no answer.</summary>
/// <param name="Status">As HTTP numbers it and the access log keeps it.</param>
public abstract record NoAnswer(int Status)
{
    /// <summary>The caller has no role that may ask it.</summary>
    public sealed record Forbidden() : NoAnswer(403);

    /// <summary>The hospital has no such thing.</summary>
    public sealed record NotFound() : NoAnswer(404);

    /// <summary>The hospital does not know what the question names.</summary>
    /// <param name="Detail">A sentence that says what.</param>
    public sealed record Unknown(string Code, string Detail) : NoAnswer(404);

    /// <summary>What it needs has not come that far, or not again.</summary>
    public sealed record NotSettled() : NoAnswer(503);

    /// <summary>What it needs has halted for the hospital, before what was asked for.</summary>
    /// <param name="Since">When the entry was recorded that could not be worked out.</param>
    public sealed record Halted(DateTimeOffset Since) : NoAnswer(503);

    /// <summary>What gave the part of the list before is gone.</summary>
    public sealed record StartAgain() : NoAnswer(409);

    /// <summary>It was not kept yet at that instant.</summary>
    /// <param name="Since">From when on it can be asked.</param>
    public sealed record TooEarly(DateTimeOffset Since) : NoAnswer(422);
}
