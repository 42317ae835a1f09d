using System.Globalization;
using System.Text.RegularExpressions;
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

    [GeneratedRegex(@"^\(01\)(?<item>\d{14})\(17\)(?<expiry>\d{6})\(10\)[A-Z0-9]{1,20}\(21\)\d{1,20}$", RegexOptions.None, 1000)]
    private static partial Regex Readable();

    [GeneratedRegex(@"^01(?<item>\d{14})17(?<expiry>\d{6})10[A-Z0-9]{1,20}\x1d21\d{1,20}$", RegexOptions.None, 1000)]
    private static partial Regex Scanned();
}
