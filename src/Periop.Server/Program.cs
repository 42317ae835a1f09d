using Periop.Server;
using Periop.Server.Access;
using Periop.Server.Audit;
using Periop.Server.Board;
using Periop.Server.Cases;
using Periop.Server.Hosting;
using Periop.Server.Hosting.Health;
using Periop.Server.Hosting.Telemetry;
using Periop.Server.Http;
using Periop.Server.Http.Description;
using Periop.Server.Implants;
using Periop.Server.Implants.Campaigns;
using Periop.Server.Implants.Recalls;
using Periop.Server.Import;
using Periop.Server.Register;

try
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddDemo(args);
    builder.AddHosting();
    builder.AddHealth();
    builder.AddTelemetry();
    builder.AddHttp();
    builder.AddDescription();
    builder.AddAccess();
    builder.AddStore();
    builder.AddCases();
    builder.AddBoard();
    builder.AddRegister();
    builder.AddImplants();
    builder.AddCampaigns();
    builder.AddAudit();

    var app = builder.Build();
    app.UseAccessGate();
    app.UseHttp();
    app.UseManagementPort();
    app.UseAuthentication();
    app.UseRateLimiter();
    app.UseAuthorization();
    Deadline.Use(app);
    app.RefuseAnotherPerson();
    app.RefuseUnknownParameters();
    app.RefuseUnreadableTags();
    app.MapCases();
    app.MapBoard();
    app.MapImplants();
    app.MapRecalls();
    app.MapCampaigns();
    app.MapAudit();
    app.MapImports();
    app.MapAccessLog();
    app.MapDescription();
    app.MapHealth();
    app.MapMetrics();

    return await Verbs.RunAsync(app, args);
}
catch (StartRefusedException refused)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return 1;
}

/// <summary>The host, for tests to start.</summary>
public partial class Program;
