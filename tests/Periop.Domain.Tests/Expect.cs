using Periop.Domain.Cases;
using System.Text.Json;

namespace Periop.Domain.Tests;

/// <summary>Outcomes as they should be, with what they were instead.</summary>
static class Expect
{
    public static Outcome.Recorded Recorded(Outcome outcome) => As<Outcome.Recorded>(outcome);

    public static Receipt Replayed(Outcome outcome) => As<Outcome.Replayed>(outcome).Receipt;

    public static Refusal Refused(Outcome outcome, string code)
    {
        var refusal = As<Outcome.Refused>(outcome).Refusal;
        Assert.Equal(code, refusal.Code);
        return refusal;
    }

    public static IReadOnlyList<Flag> Stopped(Outcome outcome, string code)
    {
        var flags = As<Outcome.Stopped>(outcome).Flags;
        Assert.Equal([code], flags.Select(f => f.Code));
        return flags;
    }

    /// <summary>A value as text, for comparing values that hold lists.</summary>
    public static string Text(object? value) => JsonSerializer.Serialize(value, value?.GetType() ?? typeof(object));

    static string Summary(Outcome outcome) => Text(outcome is Outcome.Recorded recorded ? recorded.Receipt : outcome);

    static T As<T>(Outcome outcome) where T : Outcome
    {
        if (outcome is T expected)
            return expected;
        Assert.Fail($"Expected {typeof(T).Name}, was {outcome.GetType().Name}: {Summary(outcome)}");
        throw new InvalidOperationException();
    }
}
