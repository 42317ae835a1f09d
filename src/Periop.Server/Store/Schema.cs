using JasperFx;
using Marten;
using Npgsql;
using Weasel.Core.Migrations;
using Wolverine.Persistence.Durability;

namespace Periop.Server.Store;

/// <summary>The tables: applied at start in Development, and by <c>migrate</c> alone elsewhere.</summary>
static class Schema
{
    const string NotUpToDate = "The schema is not up to date: run migrate.";

    public static async Task ApplyAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var months = services.GetRequiredService<AccessMonths>();
        await months.SortAsync(cancellation);       // a month cannot be made while its entries stand beside it
        await services.GetRequiredService<IDocumentStore>().Storage.ApplyAllConfiguredChangesToDatabaseAsync(AutoCreate.CreateOrUpdate);
        await months.SortAsync(cancellation);       // what stood in a table without months
        await Messages(services).ApplyAllConfiguredChangesToDatabaseAsync(AutoCreate.CreateOrUpdate, ct: cancellation);
        await using var connection = await services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync(cancellation);
        await MaskingFunction.ApplyAsync(connection, cancellation);
        await PatientIndex.ApplyAsync(connection, cancellation);
    }

    /// <summary>What is missing in the database, as a sentence; null when nothing is.</summary>
    public static async Task<string?> WhatIsMissingAsync(IServiceProvider services)
    {
        try
        {
            await services.GetRequiredService<IDocumentStore>().Storage.Database.AssertDatabaseMatchesConfigurationAsync();
            await Messages(services).AssertDatabaseMatchesConfigurationAsync();
            await using var connection = await services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
            return await MaskingFunction.IsThereAsync(connection, CancellationToken.None)
                && await PatientIndex.IsThereAsync(connection, CancellationToken.None) ? null : NotUpToDate;
        }
        catch (Exception wrong)
        {
            return wrong is DatabaseValidationException
                ? NotUpToDate
                : $"The database cannot be used ({wrong.GetType().Name}).";
        }
    }

    /// <summary>The messaging's tables. Its own way to migrate does nothing outside Development, where nothing is made without being asked for.</summary>
    static IDatabase Messages(IServiceProvider services) => (IDatabase)services.GetRequiredService<IMessageStore>();
}
