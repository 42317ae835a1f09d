using System.Text;
using Xunit;

namespace Periop.Server.Tests.Access;

/// <summary>
/// What another hospital has, by the name that a path or a question gives it, beside what nobody has. A path with a name that does not stand here fails.
/// </summary>
sealed class ForeignThings
{
    const string Definition =
        """{"kind":"death","title":"Death","window":{"days":30},"anchor":"first-incision","evidence":"seen-alive-after-close","source":"own"}""";

    readonly Dictionary<string, string> foreign = [];

    ForeignThings(TestHospital owner, TestCase ownersCase)
    {
        Owner = owner;
        Case = ownersCase;
    }

    /// <summary>Whose they are.</summary>
    public TestHospital Owner { get; }

    /// <summary>One with an entry of every kind that commands point at.</summary>
    public TestCase Case { get; }

    public static async Task<ForeignThings> MadeAsync(TestHospital owner)
    {
        var (surgicalCase, fill) = await owner.CaseWithTargetsAsync();
        var things = new ForeignThings(owner, surgicalCase);
        foreach (var (name, value) in new[]
        {
            ("caseId", $"{surgicalCase.Id}"), ("targetEntryId", fill("{complication}")), ("patientRef", "p-theirs"), ("notice", "N-theirs"),
            ("lot", "L-theirs"), ("subject", "theirs-7"), ("surgeon", "surgeon-theirs"), ("room", "OR-theirs"), ("service", "theirs"),
            ("id", "theirs"), ("definition", "theirs"), ("version", "7"), ("name", "theirs"), ("source", "theirs"), ("q", "theirs"),
        })
            things.foreign[name] = value;
        await things.FillAsync();
        return things;
    }

    /// <summary>What they have, and what nobody has, of a name; null where others cannot have any of their own.</summary>
    public (string Theirs, string Nobodys)? Of(string name) => !foreign.TryGetValue(name, out var theirs) ? null
        : (theirs, Guid.TryParse(theirs, out _) ? $"{Guid.NewGuid()}" : name == "version" ? theirs : theirs.Replace("theirs", "nobody"));

    async Task FillAsync()
    {
        var quality = Owner.Quality;
        (await Owner.Scheduler.SendAsync(HttpMethod.Put, "/api/patients/p-theirs", Json("""{"name":"N. N."}"""))).Is(200);
        (await Owner.Named("theirs-7", "scheduler").PostAsync("/api/cases", new
        {
            caseNumber = "theirs", patientRef = "p-theirs", surgeon = "surgeon-theirs", room = "OR-theirs", service = "theirs",
        })).Is(201);
        (await quality.SendAsync(HttpMethod.Put, "/api/audit/definitions/theirs/versions/7", Json(Definition))).Is(201);
        (await quality.SendAsync(HttpMethod.Put, "/api/audit/risk-models/theirs/versions/7", Json("""{"intercept":-3,"coefficients":{"age":0.07}}"""))).Is(201);
        using (var cases = new StringContent("caseNumber,kind\nA 1,death\n", Encoding.UTF8, "text/csv"))
            (await quality.SendAsync(HttpMethod.Put, "/api/audit/second-sources/theirs", cases)).Is(201);
        using (var file = new StringContent("caseNumber\nI-theirs\n", Encoding.UTF8, "text/csv"))
            foreign["importId"] = (await Owner.Scheduler.SendAsync(HttpMethod.Post, "/api/imports/cases", file)).Is(200).Json["importId"]!.GetValue<string>();
        foreign["recallId"] = (await Owner.RecalledAsync(new { lots = new[] { "L-theirs" }, notice = "N-theirs" })).Json.Text("recallId");
        await Case.PlacedAsync(Devices.Scanned("L-theirs"));
        foreign["displayId"] = await DisplayAsync();
        await Owner.Host.SettledAsync();
    }

    async Task<string> DisplayAsync()
    {
        var screen = new Browser(Owner.Host);
        var code = await SignIn.WallDisplays.CodeOnAsync(screen);
        (await Owner.As("operations").PostAsync("/api/displays", new { code, name = "theirs" })).Is(204);
        (await screen.OpenAsync("/display")).Is(302);
        return Entered.Text(Assert.Single((await Owner.As("operations").GetAsync("/api/displays")).Is(200).Items)!, "displayId")!;
    }

    static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
