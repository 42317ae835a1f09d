using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Periop.Simulator.Planning;

/// <summary>Chance that repeats itself: the same words as seed give the same throws on every machine.</summary>
/// <remarks>Each case has dice of its own, so that one more throw in one case doesn't change all the others.</remarks>
sealed class Dice(string seed)
{
    readonly Random random = new(BinaryPrimitives.ReadInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(seed))));

    public bool Chance(double probability) => random.NextDouble() < probability;

    /// <summary>A whole number; both ends are possible.</summary>
    public int Between(int low, int high) => random.Next(low, high + 1);

    /// <summary>A time span in whole seconds: what a clock on the wall can show.</summary>
    public TimeSpan Minutes(double low, double high) => TimeSpan.FromSeconds(Math.Round(60 * (low + (high - low) * random.NextDouble())));

    public TimeSpan Days(double low, double high) => Minutes(low * 24 * 60, high * 24 * 60);

    /// <summary>An id that nobody else throws.</summary>
    public Guid Id()
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }

    public T Pick<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    /// <summary>One of several, each with its weight.</summary>
    public T Weighted<T>(params ReadOnlySpan<(double Weight, T Value)> choices)
    {
        var total = 0d;
        foreach (var (weight, _) in choices)
            total += weight;
        var rest = random.NextDouble() * total;
        foreach (var (weight, value) in choices)
            if ((rest -= weight) < 0)
                return value;
        return choices[^1].Value;
    }
}
