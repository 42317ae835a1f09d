using Periop.Domain.Text;
using Periop.Server.Store;
using Xunit;

namespace Periop.Server.Tests;

public sealed class Masking
{
    public static TheoryData<string> Events => [.. ExampleEvents.All.Select(e => e.GetType().Name)];

    [Theory]
    [MemberData(nameof(Events))]
    public void Every_note_of_an_event_is_masked_and_nothing_else(string name)
    {
        var happened = ExampleEvents.All.Single(e => e.GetType().Name == name);
        var masked = FreeText.Masked(happened);
        foreach (var member in happened.GetType().GetProperties())
            Assert.Equal(member.GetValue(happened) is Note ? new Note("(masked)") : member.GetValue(happened), member.GetValue(masked));
    }
}
