using Periop.Server.Audit.Benefits;
using Periop.Server.Audit.Definitions;
using Periop.Server.Audit.FollowUps;
using Periop.Server.Audit.Lists;
using Periop.Server.Audit.Outcomes;
using Periop.Server.Audit.Rates;
using Periop.Server.Audit.Reviews;
using Periop.Server.Audit.RecordKeeping;
using Periop.Server.Audit.SecondSources;
using Periop.Server.Audit.Signals;
using Periop.Server.Audit.Times;

namespace Periop.Server.Audit;

/// <summary>What became of patients, and how often, with all that is needed to stand behind the figures.</summary>
static class AuditModule
{
    public static void AddAudit(this WebApplicationBuilder builder)
    {
        builder.AddDefinitions();
        builder.Services.AddScoped<BenefitListQuery>();
        builder.Services.AddScoped<BenefitsQuery>();
        builder.Services.AddScoped<CorrectionListQuery>();
        builder.Services.AddScoped<DeviationListQuery>();
        builder.Services.AddScoped<ChangesQuery>();
        builder.Services.AddScoped<ChartQuery>();
        builder.Services.AddScoped<ComparisonQuery>();
        builder.Services.AddScoped<ComplicationListQuery>();
        builder.Services.AddScoped<CusumQuery>();
        builder.Services.AddScoped<DueListQuery>();
        builder.Services.AddScoped<EvidenceQuery>();
        builder.Services.AddScoped<FunnelQuery>();
        builder.Services.AddScoped<OutcomeListQuery>();
        builder.Services.AddScoped<RatesQuery>();
        builder.Services.AddScoped<ReconciledListQuery>();
        builder.Services.AddScoped<ReconciliationQuery>();
        builder.Services.AddScoped<RecordedListQuery>();
        builder.Services.AddScoped<RecordKeepingQuery>();
        builder.Services.AddScoped<ReportQuery>();
        builder.Services.AddScoped<SecondSourceListQuery>();
        builder.Services.AddScoped<TimesQuery>();
        builder.Services.AddScoped<WaitingQuery>();
        builder.Services.AddSingleton<KeptRates>();
        builder.Services.AddSingleton<KeptWaiting>();
    }

    public static void MapAudit(this IEndpointRouteBuilder app)
    {
        app.MapDefinitions();
        app.MapCorrections();
        app.MapDeviations();
        app.MapRiskModels();
        app.MapBenefits();
        app.MapChanges();
        app.MapChart();
        app.MapComparison();
        app.MapComplications();
        app.MapCusum();
        app.MapFollowUpsDue();
        app.MapFunnel();
        app.MapOutcomes();
        app.MapRates();
        app.MapReconciliation();
        app.MapRecordKeeping();
        app.MapSecondSourceList();
        app.MapSecondSources();
        app.MapTimes();
        app.MapWaiting();
    }
}
