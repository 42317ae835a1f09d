using Periop.Domain.Procedures;
using Periop.Server.Access.SignIn;
using Periop.Server.Store;

namespace Periop.Server.Cases;

/// <summary>Recording into cases and reading them.</summary>
static class CasesModule
{
    public static void AddCases(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(ProcedureFamilies.Shipped);
        builder.Services.AddSingleton(services => services.GetRequiredService<ProcedureFamilies>().Rules);
        builder.Services.AddSingleton<CaseStream>();
        builder.Services.AddSingleton<WriteSessions>();
        builder.Services.AddSingleton<EntryMetrics>();
        builder.Services.AddSingleton<CommandLanes>();
        builder.Services.AddScoped<CaseRecorder>();
        builder.Services.AddSingleton<IOpenWounds, OpenWounds>();
        builder.Services.AddScoped<CaseQuery>();
        builder.Services.AddScoped<CaseListQuery>();
        builder.Services.AddScoped<CodingListQuery>();
        builder.Services.AddScoped<CodingReader>();
        builder.Services.AddScoped<CodingSummaryQuery>();
        builder.Services.AddScoped<PatientQuery>();
        builder.Services.AddScoped<MaskingListQuery>();
    }

    public static void MapCases(this IEndpointRouteBuilder app)
    {
        app.MapCommands();
        app.MapCaseReads();
        app.MapCaseList();
        app.MapCodingList();
        app.MapPatients();
        app.MapMaskings();
    }
}
