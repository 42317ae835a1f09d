using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Periop.Server.Cases.Table;
using Xunit;

namespace Periop.Server.Tests.Pages;

/// <summary>What a device keeps of the page that a case is recorded with.</summary>
public sealed partial class CaseShell(PeriopHost host) : IClassFixture<PeriopHost>
{
    /// <summary>Whoever changes what the page renders makes <see cref="CaseForm.Markup"/> one more, and writes here what it is then.</summary>
    const string MarkupNow = "2 edebe14b1ad9b707";

    readonly TestHospital hospital = host.NewHospital();

    [Fact]
    public async Task It_is_the_same_to_the_byte_whoever_asks_and_whatever_the_case()
    {
        var elsewhere = host.NewHospital();
        var (nurse, surgeon) = (await Browser.SignedInAsync(hospital), await Browser.SignedInAsync(elsewhere, "S-07"));
        var surgicalCase = await hospital.CaseAsync();
        var shell = (await nurse.OpenAsync($"/cases/{surgicalCase.Id}")).Is(200);
        host.Clock.Advance(TimeSpan.FromHours(3));
        Assert.Equal(shell.Text, (await surgeon.OpenAsync($"/cases/{Guid.NewGuid()}")).Is(200).Text);
        Assert.Equal(shell.Text, (await nurse.OpenAsync("/cases/new?room=OR-2&theme=dark")).Is(200).Text);
        Assert.Contains($"""<html lang="en" data-release="{Form.Release}">""", shell.Text, StringComparison.Ordinal);
        Assert.Equal("no-store", shell.Header("Cache-Control"));
    }

    [Fact]
    public async Task Opening_it_leaves_an_entry_of_the_case()
    {
        var nurse = await Browser.SignedInAsync(hospital);
        var surgicalCase = await hospital.CaseAsync();
        var (_, entry) = await Entered.OnceAsync(hospital, () => nurse.OpenAsync($"/cases/{surgicalCase.Id}"));
        Assert.Equal(("N-07", "page-cases", $"{surgicalCase.Id}"),
            (Entered.Text(entry, "subject"), Entered.Text(entry, "action"), Entered.Text(entry, "caseId")));
    }

    [Fact]
    public async Task Its_markup_is_that_of_its_version()
    {
        var nurse = await Browser.SignedInAsync(hospital);
        var text = (await nurse.OpenAsync("/cases/new")).Is(200).Text.Replace(Form.Release, "", StringComparison.Ordinal);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Preload().Replace(text, ""))));
        Assert.Equal(MarkupNow, $"{CaseForm.Markup} {hash[..16]}");
    }

    [Fact]
    public async Task All_that_it_names_is_there_under_its_plain_name()
    {
        var nurse = await Browser.SignedInAsync(hospital);
        foreach (var file in Form.Styles.Concat(Form.Scripts).Append(CaseForm.Beginning).Where(file => WebRoot.GetFileInfo(file).Exists))
            (await nurse.GetAsync(file)).Is(200);
        Assert.All(Form.Styles.Take(2), style => Assert.True(WebRoot.GetFileInfo(style).Exists, style));
    }

    [Fact]
    public void Its_release_is_another_as_soon_as_a_file_is_another_or_is_called_otherwise()
    {
        using var root = new Root();
        var none = CaseForm.Of(root.Files);
        Assert.Empty(none.Scripts);
        Assert.Matches("^[0-9a-f]{12}$", none.Release);
        root.Write("js/case/outbox.js", "1");
        root.Write("js/case/case.js", "1");
        root.Write("js/case/case.js.gz", "packed");
        var two = CaseForm.Of(root.Files);
        Assert.Equal(["/js/case/case.js", "/js/case/outbox.js"], two.Scripts);
        Assert.Equal(two.Release, CaseForm.Of(root.Files).Release);
        root.Write("js/desk.js", "another page's");
        Assert.Equal(two.Release, CaseForm.Of(root.Files).Release);
        root.Write("js/case/case.js", "2");
        var changed = CaseForm.Of(root.Files).Release;
        root.Move("js/case/case.js", "js/case/case-2.js");
        var renamed = CaseForm.Of(root.Files).Release;
        root.Write("sw.js", "");
        var withWorker = CaseForm.Of(root.Files).Release;
        root.Write("css/case.css", "");
        var withStyle = CaseForm.Of(root.Files).Release;
        root.Write("js/beginning.js", "");
        Assert.Distinct([none.Release, two.Release, changed, renamed, withWorker, withStyle, CaseForm.Of(root.Files).Release]);
    }

    CaseForm Form => host.Services.GetRequiredService<CaseForm>();

    IFileProvider WebRoot => host.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.IWebHostEnvironment>().WebRootFileProvider;

    /// <summary>What depends on which scripts there are, and the space between elements.</summary>
    [GeneratedRegex("<link rel=\"modulepreload\" href=\"[^\"]*\" ?/?>|\\s", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Preload();

    /// <summary>A web root of its own.</summary>
    sealed class Root : IDisposable
    {
        readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("periop-form");

        public Root() => Files = new PhysicalFileProvider(folder.FullName);

        public PhysicalFileProvider Files { get; }

        public void Write(string name, string text)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
            File.WriteAllText(PathOf(name), text);
        }

        public void Move(string name, string other) => File.Move(PathOf(name), PathOf(other));

        public void Dispose()
        {
            Files.Dispose();
            folder.Delete(recursive: true);
        }

        string PathOf(string name) => Path.Combine(folder.FullName, name);
    }
}
