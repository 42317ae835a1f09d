using Marten;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Periop.Server.Tests;

/// <summary>A case that somebody who runs the database has archived: the program never does.</summary>
static class Archiving
{
    public static async Task ArchiveAsync(this TestCase surgicalCase)
    {
        var host = surgicalCase.Hospital.Host;
        await using var session = host.Services.GetRequiredService<IDocumentStore>().LightweightSession(surgicalCase.Hospital.Id);
        session.Events.ArchiveStream(surgicalCase.Id);
        await session.SaveChangesAsync(TestContext.Current.CancellationToken);
        Assert.Equal(true, await host.SqlAsync("select is_archived from periop_events.mt_streams where id = $1", surgicalCase.Id));
    }
}
