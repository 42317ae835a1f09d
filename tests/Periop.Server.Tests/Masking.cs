using Periop.Domain.Cases;
using Periop.Domain.Text;
using Periop.Server.Store;
using Xunit;

namespace Periop.Server.Tests;

public sealed class Masking
{
    [Fact]
    public void Every_note_of_an_event_is_masked_and_nothing_else()
    {
        var alert = new AlertRaised(new Term("mep"), new Note("as in Mr. N."), null) { Reason = new Note("told by N."), Content = "c" };
        Assert.Equal(new AlertRaised(new Term("mep"), new Note("(masked)"), null) { Reason = new Note("(masked)"), Content = "c" }, FreeText.Masked(alert));
    }
}
