using Periop.Server.Access;
using Periop.Server.Board;
using Periop.Server.Cases;
using Periop.Server.Implants;
using Periop.Server.Implants.Recalls;
using Periop.Server.Import;
using Periop.Server.Operations;
using Periop.Server.Register;
using Periop.Server.Storage;

try
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddDemo(args);
    builder.AddOperations();
    builder.AddAccess();
    builder.AddStore();
    builder.AddCases();
    builder.AddBoard();
    builder.AddRegister();

    var app = builder.Build();
    app.UseOperations();
    app.UseAuthentication();
    app.UseRateLimiter();
    app.UseAuthorization();
    app.RefuseRepeatedParameters();
    app.MapCases();
    app.MapBoard();
    app.MapImplants();
    app.MapRecalls();
    app.MapImports();
    app.MapAccessLog();
    app.MapOperations();

    return await Verbs.RunAsync(app, args);
}
catch (StartRefusedException refused)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return 1;
}

/// <summary>The host, for tests to start.</summary>
public partial class Program;
