using System.Text.Json;
using Periop.Domain.Cases;
using Periop.Domain.Record;

namespace Periop.Domain.Tests;

/// <summary>Outcomes as they should be, with what they were instead.</summary>
static class Expect
{
    public static CommandResult.Recorded Recorded(CommandResult outcome) => As<CommandResult.Recorded>(outcome);

    public static Receipt Replayed(CommandResult outcome) => As<CommandResult.Replayed>(outcome).Receipt;

    public static Refusal Refused(CommandResult outcome, string code)
    {
        var refusal = As<CommandResult.Refused>(outcome).Refusal;
        Assert.Equal(code, refusal.Code);
        return refusal;
    }

    public static IReadOnlyList<Flag> Stopped(CommandResult outcome, string code)
    {
        var flags = As<CommandResult.Stopped>(outcome).Flags;
        Assert.Equal([code], flags.Select(f => f.Code));
        return flags;
    }

    /// <summary>A value as text, for comparing values that hold lists.</summary>
    public static string Text(object? value) => JsonSerializer.Serialize(value, value?.GetType() ?? typeof(object));

    static string Summary(CommandResult outcome) => Text(outcome is CommandResult.Recorded recorded ? recorded.Receipt : outcome);

    static T As<T>(CommandResult outcome) where T : CommandResult
    {
        if (outcome is T expected)
            return expected;
        Assert.Fail($"Expected {typeof(T).Name}, was {outcome.GetType().Name}: {Summary(outcome)}");
        throw new InvalidOperationException();
    }
}
