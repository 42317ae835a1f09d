using System.Globalization;
using System.Text.RegularExpressions;
using Periop.Domain.Implants;
using Periop.Simulator.Planning;
using Xunit;

namespace Periop.Simulator.Tests;

public sealed partial class Planned_implants
{
    [Theory]
    [InlineData("5102222223333", 6)]
    [InlineData("629104150021", 3)]
    public void have_check_digits_by_the_rule_of_GS1(string digits, int check) => Assert.Equal(check, UniqueDeviceIdentifier.CheckDigit(digits));

    [Fact]
    public void carry_whole_identifiers_with_a_valid_check_digit()
    {
        var scans = Planned.Entries.Select(entry => entry.Text("udi")).OfType<string>().ToList();
        Assert.True(scans.Count > 1000);
        Assert.All(scans, scan =>
        {
            var parts = Readable().Match(scan) is { Success: true } readable ? readable : Scanned().Match(scan);
            Assert.True(parts.Success, scan);
            var item = parts.Groups["item"].Value;
            Assert.Equal(item[^1] - '0', UniqueDeviceIdentifier.CheckDigit(item[..^1]));
            Assert.True(DateOnly.TryParseExact(parts.Groups["expiry"].Value, "yyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _), scan);
        });
    }

    /// <summary>Were more of them in doubt, the rule would be too wide: a recall could say of hardly a device that it is the one.</summary>
    [Fact]
    public void are_in_doubt_in_two_of_a_hundred_at_the_most()
    {
        string[] scans = [.. Planned.Plan(seed: 1, days: 200).SelectMany(c => c.Entries).Select(entry => entry.Text("udi")).OfType<string>().Take(10_000)];
        Assert.Equal(10_000, scans.Length);
        var inDoubt = scans.Count(scan => Udi.Read(scan, 2025) is not Udi.Gs1 { Doubt: null });
        TestContext.Current.TestOutputHelper?.WriteLine($"{inDoubt} of {scans.Length} scans are in doubt.");
        Assert.InRange(inDoubt, 0, 200);
    }

    [GeneratedRegex(@"^\(01\)(?<item>\d{14})\(17\)(?<expiry>\d{6})\(10\)[A-Z0-9]{1,20}\(21\)\d{1,20}$", RegexOptions.None, 1000)]
    private static partial Regex Readable();

    [GeneratedRegex(@"^01(?<item>\d{14})17(?<expiry>\d{6})10[A-Z0-9]{1,20}\x1d21\d{1,20}$", RegexOptions.None, 1000)]
    private static partial Regex Scanned();
}
