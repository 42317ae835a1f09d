using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Periop.Server.Downtime;
using Periop.Server.Hospitals;
using Xunit;

namespace Periop.Server.Tests.Downtime;

/// <summary>What is left to read when no server answers: a folder of files.</summary>
public sealed partial class DowntimeFolders(PeriopHost host) : IClassFixture<PeriopHost>, IDisposable
{
    readonly TestHospital hospital = host.NewHospital();
    readonly string root = Directory.CreateTempSubdirectory("periop-downtime-").FullName;

    string Folder => Path.Combine(root, hospital.Id);

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public async Task The_board_leads_to_the_record_of_every_open_case_and_both_say_of_which_minute_they_are()
    {
        var inOperation = await hospital.CaseInOperationAsync();
        await inOperation.RecordedAsync("blood-loss", new { cumulativeMl = 900, note = "suction only" });
        var planned = await hospital.CaseAsync("OR-2");
        await WriteAsync();
        var board = Page("index.html");
        string[] links = [.. new[] { inOperation, planned }.Select(open => $"href=\"case-{open.Id}.html\"")];
        foreach (var said in links.Concat([AtTheHospital("HH:mm"), AtTheHospital("dddd d MMMM yyyy"), "Surgery"]))
            Assert.Contains(said, board, StringComparison.Ordinal);
        var record = Page($"case-{inOperation.Id}.html");
        foreach (var said in new[] { AtTheHospital("HH:mm"), "Incision made", "900", "suction only", "By hand" })
            Assert.Contains(said, record, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_on_its_pages_asks_a_server_and_what_they_lead_to_is_there()
    {
        await hospital.CaseInOperationAsync();
        await hospital.CaseAsync("OR-2");
        await WriteAsync();
        foreach (var file in Directory.GetFiles(Folder))
        {
            var page = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            Assert.DoesNotMatch(Asking(), page);
            foreach (var name in Leading().Matches(page).Select(lead => lead.Groups["to"].Value))
                Assert.True(name.StartsWith('#') || File.Exists(Path.Combine(Folder, name)), $"{Path.GetFileName(file)} leads to {name}, which is not there.");
        }
    }

    [Fact]
    public async Task A_case_that_is_over_is_removed_the_next_time_and_what_somebody_else_put_there_stays()
    {
        var discharged = await hospital.CaseInOperationAsync();
        var calledOff = await hospital.CaseAsync("OR-2");
        var open = await hospital.CaseAsync("OR-3");
        await WriteAsync();
        Assert.Equal(["index.html", .. Files(discharged, calledOff, open)], Names());
        await File.WriteAllTextAsync(Path.Combine(Folder, "telephone-numbers.txt"), "theatre 1: 12", TestContext.Current.CancellationToken);
        await discharged.RecordedAsync("room-exit");
        await discharged.RecordedAsync("discharge", new { destination = "home" });
        await calledOff.RecordedAsync("cancellation", new { code = "no-bed" });
        await CaughtUpAsync();
        await WriteAsync();
        Assert.Equal(["index.html", "telephone-numbers.txt", .. Files(open)], Names());
    }

    [Fact]
    public async Task Only_the_user_of_the_server_may_read_them()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no such permissions.");
            return;
        }

        await hospital.CaseAsync();
        await WriteAsync();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Folder));
        foreach (var file in Directory.GetFiles(Folder))
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task The_access_log_says_that_the_server_disclosed_these_cases()
    {
        Guid[] cases = [(await hospital.CaseInOperationAsync()).Id, (await hospital.CaseAsync("OR-2")).Id];
        await WriteAsync();
        var entries = (await Entered.AllAsync(hospital)).Where(entry => Entered.Text(entry, "subject") == "periop-downtime").ToArray();
        Assert.Equal(["board", "records"], entries.Select(entry => Entered.Text(entry, "action")).Order(StringComparer.Ordinal));
        Assert.All(entries, entry =>
        {
            Assert.Equal("200", Entered.Text(entry, "outcome"));
            Assert.Equal(cases.Order(), entry["disclosed"]!["caseIds"]!.AsArray().Select(id => id!.GetValue<Guid>()).Order());
        });
    }

    [Fact]
    public async Task A_text_that_was_masked_is_gone_the_next_time()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        var loss = await surgicalCase.RecordedAsync("blood-loss", new { cumulativeMl = 900, note = "Quillfeather was here" });
        await WriteAsync();
        Assert.Contains("Quillfeather", Page($"case-{surgicalCase.Id}.html"), StringComparison.Ordinal);
        (await hospital.As("admin").PostAsync($"{surgicalCase.Path}/entries/{loss.EntryId}/masking", new { reason = "names a relative" })).Is(200);
        await WriteAsync();
        Assert.DoesNotContain("Quillfeather", Page($"case-{surgicalCase.Id}.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_killed_server_left_unfinished_is_removed()
    {
        await hospital.CaseAsync();
        Directory.CreateDirectory(Folder);
        await File.WriteAllTextAsync(Path.Combine(Folder, "case-1.html.unfinished"), "half a p", TestContext.Current.CancellationToken);
        await WriteAsync();
        Assert.DoesNotContain(Names(), name => name.EndsWith(".unfinished", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("..")]
    [InlineData("../../etc")]
    [InlineData("north / south")]
    public void The_folder_of_a_hospital_is_within_the_one_that_was_named_whatever_it_is_called(string id) =>
        Assert.Equal(root, Path.GetDirectoryName(Path.GetFullPath(new DowntimeFolder(root, id).Path)));

    [Theory]
    [InlineData("downtime", "00:05:00", "Downtime:Folder")]
    [InlineData("/var/lib/periop/downtime", "00:00:00", "Downtime:Every")]
    public void A_setting_that_cannot_be_meant_keeps_the_server_from_starting(string folder, string every, string named) =>
        Assert.StartsWith(named, Assert.Single(new DowntimeSettings(folder, TimeSpan.Parse(every, null)).Problems()), StringComparison.Ordinal);

    async Task WriteAsync()
    {
        await CaughtUpAsync();
        using var writer = ActivatorUtilities.CreateInstance<DowntimeWriter>(host.Services, new DowntimeSettings(root, TimeSpan.FromMinutes(5)));
        var here = host.Services.GetRequiredService<HospitalDirectory>()[hospital.Id];
        Assert.True(await writer.WriteAsync(here, TestContext.Current.CancellationToken));
    }

    Task CaughtUpAsync() => Eventually.BecomesAsync(
        () => hospital.Nurse.GetAsync("/api/board"), board => board.Is(200).Header("Periop-Behind") == "0", "the board shows everything");

    string Page(string name) => File.ReadAllText(Path.Combine(Folder, name));

    /// <summary>The records last.</summary>
    IEnumerable<string> Names() => Directory.GetFiles(Folder).Select(file => Path.GetFileName(file))
        .OrderBy(name => name.StartsWith("case", StringComparison.Ordinal)).ThenBy(name => name, StringComparer.Ordinal);

    static IEnumerable<string> Files(params TestCase[] cases) => cases.Select(one => $"case-{one.Id}.html").Order(StringComparer.Ordinal);

    string AtTheHospital(string form) => TimeZoneInfo.ConvertTime(hospital.Now, TimeZoneInfo.FindSystemTimeZoneById("Europe/Zurich"))
        .ToString(form, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What a browser would fetch: scripts, sheets, pictures, addresses that begin at a server.</summary>
    [GeneratedRegex("""<script|<link|<img|url\(|@import|(src|href)="(/|https?:)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Asking();

    [GeneratedRegex("""href="(?<to>[^"]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Leading();
}
