using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Periop.Server.Http;
using Xunit;

namespace Periop.Server.Tests.Http;

/// <summary>When it is too late to say that the store is away instead.</summary>
public sealed class BegunAnswers
{
    readonly DefaultHttpContext http = new();

    public BegunAnswers() => http.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(new MemoryStream()));

    [Fact]
    public void An_answer_of_which_nothing_is_written_has_not_begun() => Assert.False(Deadline.HasBegun(http.Response));

    [Fact]
    public void An_answer_that_is_written_and_not_sent_yet_has_begun()
    {
        http.Response.BodyWriter.GetSpan()[0] = (byte)'{';
        http.Response.BodyWriter.Advance(1);
        Assert.True(Deadline.HasBegun(http.Response));
    }
}
