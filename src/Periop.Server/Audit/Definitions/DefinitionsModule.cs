using Periop.Domain.Outcomes;

namespace Periop.Server.Audit.Definitions;

/// <summary>Definitions of outcomes and risk models: what a hospital counts by.</summary>
static class DefinitionsModule
{
    public static void AddDefinitions(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(ShippedDefinitions.Current);
        builder.Services.AddSingleton<ShippedPublication>();
        builder.Services.AddHostedService<PublishingAtStart>();
        builder.Services.AddScoped<DefinitionListQuery>();
        builder.Services.AddScoped<RiskModelListQuery>();
        builder.Services.AddScoped<PublicationQuery>();
        builder.Services.AddScoped<Publishing>();
    }
}
