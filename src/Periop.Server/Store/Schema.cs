using JasperFx;
using Marten;
using Wolverine.Persistence.Durability;

namespace Periop.Server.Store;

/// <summary>The tables: applied at start in Development, and by <c>migrate</c> alone elsewhere.</summary>
static class Schema
{
    public static async Task ApplyAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var months = services.GetRequiredService<AccessMonths>();
        await months.SortAsync(cancellation);       // a month cannot be made while its entries stand beside it
        await services.GetRequiredService<IDocumentStore>().Storage.ApplyAllConfiguredChangesToDatabaseAsync(AutoCreate.CreateOrUpdate);
        await months.SortAsync(cancellation);       // what stood in a table without months
        await services.GetRequiredService<IMessageStore>().Admin.MigrateAsync();
    }

    /// <summary>What is missing in the database, as a sentence; null when nothing is.</summary>
    public static async Task<string?> WhatIsMissingAsync(IServiceProvider services)
    {
        try
        {
            await services.GetRequiredService<IDocumentStore>().Storage.Database.AssertDatabaseMatchesConfigurationAsync();
            return null;
        }
        catch (Exception wrong)
        {
            return wrong is Weasel.Core.Migrations.DatabaseValidationException
                ? "The schema is not up to date: run migrate."
                : $"The database cannot be used ({wrong.GetType().Name}).";
        }
    }
}
