using Periop.Server.Access;
using Periop.Server.Downtime;
using Periop.Server.Hospitals;
using Periop.Server.Store;

namespace Periop.Server.Hosting;

/// <summary>What keeps the server from starting, found without starting anything.</summary>
static class Configuration
{
    /// <summary>A sentence for each thing that is missing or cannot be.</summary>
    public static IReadOnlyList<string> Problems(WebApplication app)
    {
        try
        {
            return [.. Find(app)];
        }
        catch (StartRefusedException unreadable)
        {
            return [unreadable.Message];
        }
    }

    static IEnumerable<string> Find(WebApplication app)
    {
        var clock = app.Services.GetRequiredService<TimeProvider>();
        if (!app.Environment.IsDevelopment())
        {
            if (app.Services.GetRequiredService<AccessSettings>().Authority is not { Length: > 0 } authority)
                yield return "Access:Authority is missing. Name the identity provider whose tokens are to be believed.";
            else if (!authority.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || !Uri.TryCreate(authority, UriKind.Absolute, out _))
                yield return $"Access:Authority is {authority}. Name an address that begins with https://: nobody else's tokens are believed.";
            if (app.Services.GetRequiredService<AccessSettings>().ClientId is null)
                yield return "Access:ClientId is missing. Say what the identity provider knows Periop's pages by.";
            if (!KeyCertificates.AreConfigured(app.Configuration))
                yield return $"{KeyCertificates.Setting}:Path is missing. Name the certificate that encrypts the keys of the cookies.";
            if (app.Services.GetRequiredService<Database>().Configured is null)
                yield return "ConnectionStrings:periop is missing. Name the PostgreSQL server to use.";
            if (clock is SimulatedClock)
                yield return "--clock is for Development. Here time is real.";
        }

        var sitting = app.Services.GetRequiredService<SittingLimits>();
        if (sitting.Longest <= TimeSpan.Zero || sitting.Untouched <= TimeSpan.Zero || sitting.UntouchedAtOpenWound <= TimeSpan.Zero)
            yield return "Access:Sitting has a time that nobody could sit for. Say for how long: 12:00:00, 00:30:00, 04:00:00.";
        if (app.Configuration.GetValue<bool>("PrivateDatabase:Empty") && app.Services.GetRequiredService<Database>().Configured is not null)
            yield return "The demo plays on a database of its own: unset ConnectionStrings:periop.";
        foreach (var name in app.Services.GetRequiredService<WrittenVersions>().Unknown)
            yield return $"Events:Write names {name}. There is no such version of an event to choose.";
        if (AccessMonths.KeptBy(app.Configuration) < 0)
            yield return $"{AccessMonths.Setting} is less than nothing. Say for how many months the access log is kept; 0 is for ever.";
        foreach (var problem in app.Services.GetRequiredService<DowntimeSettings>().Problems())
            yield return problem;
        if (app.Services.GetRequiredService<HospitalDirectory>().All.Count == 0)
            yield return "Hospitals is empty. Configure at least one hospital with its time zone.";
    }
}
