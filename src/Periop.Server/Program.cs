using Periop.Server;
using Periop.Server.Access;
using Periop.Server.Access.Displays;
using Periop.Server.Access.SignIn;
using Periop.Server.Audit;
using Periop.Server.Board;
using Periop.Server.Cases;
using Periop.Server.Cases.Table;
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
using Periop.Server.Shell;

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
    builder.AddSignIn();
    builder.AddDisplays();
    builder.AddShell();
    builder.AddStore();
    builder.AddCases();
    builder.AddTable();
    builder.AddBoard();
    builder.AddRegister();
    builder.AddImplants();
    builder.AddCampaigns();
    builder.AddAudit();
    builder.AddImports();

    var app = builder.Build();
    app.UseAccessGate(ProblemPages.TellAsync);
    app.UseProblemPages();
    app.UseHttp(SignInModule.FormsMayLeadTo(app));
    app.UseManagementPort();
    Deadline.Use(app);
    app.UseAuthentication();
    app.RefuseOtherOrigins();
    RequestLimits.Use(app);
    app.UseAuthorization();
    app.RefuseAnotherPerson();
    app.RefuseUnknownParameters();
    app.RefuseUnreadableTags();
    app.MapCases();
    app.MapTable();
    app.MapBoard();
    app.MapImplants();
    app.MapRecalls();
    app.MapCampaigns();
    app.MapAudit();
    app.MapImports();
    app.MapAccessLog();
    app.MapDisplays();
    app.MapDescription();
    app.MapHealth();
    app.MapMetrics();
    app.MapSignIn();
    app.MapShell();

    return await Verbs.RunAsync(app, args);
}
catch (StartRefusedException refused)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return 1;
}
