using System.Text;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Periop.Domain.Outcomes;
using Periop.Domain.Text;
using Periop.Server.Store;
using Xunit;

namespace Periop.Server.Tests;

/// <summary>Definitions and models published past the program.</summary>
static class Publishing
{
    public static async Task PublishAsync(this TestHospital hospital, params PublicationEvent[] published)
    {
        await using var session = hospital.Host.Services.GetRequiredService<IDocumentStore>().LightweightSession(hospital.Id);
        foreach (var what in published)
            PublicationStream.Append(session, new Publication(what, hospital.Now.ToMicroseconds(), "quality-1"));
        await session.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>A second source that names one case.</summary>
    public static Task<Answer> UploadAsync(this TestHospital hospital, string caseNumber) => hospital.Quality.SendAsync(
        HttpMethod.Put, "/api/audit/second-sources/coding", new StringContent($"caseNumber,kind\n{caseNumber},death\n", Encoding.UTF8, "text/csv"));

    /// <summary>What a release ships, as its start publishes it.</summary>
    public static Task PublishShippedAsync(this TestHospital hospital) =>
        hospital.PublishAsync([.. ShippedDefinitions.Current.All.Select(definition => DefinitionPublished.Of(definition, shipped: true))]);
}
