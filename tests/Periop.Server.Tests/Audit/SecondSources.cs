using System.Text;
using Xunit;

namespace Periop.Server.Tests.Audit;

/// <summary>What another source of the hospital says, as it is sent.</summary>
public sealed class SecondSources(PeriopHost host) : IClassFixture<PeriopHost>
{
    const string Path = "/api/audit/second-sources/coding";

    readonly TestHospital hospital = host.NewHospital();

    [Fact]
    public async Task An_upload_says_what_was_taken_from_it()
    {
        var taken = (await UploadAsync("caseNumber,kind\nA 1,infection-deep\nA 2,infection\nA  1,infection-deep\n,\nA 1,death\n")).Is(201);
        Assert.Equal(("coding", "quality-1", 3, 1, 1, 0), (
            taken.Json.Text("name"), taken.Json.Text("uploadedBy"), taken.Json.Int("cases"), taken.Json.Int("repeated"), taken.Json.Int("blank"),
            taken.Json.Int("refusedLines")));
        Assert.Equal("""{"death":1,"infection":1,"infection-deep":1}""", taken.Json["kinds"]!.ToJsonString());
        Assert.NotNull(taken.Header("Periop-As-Of"));
    }

    /// <summary>As programs write files: other separators, spellings, an order of their own, a byte order mark.</summary>
    [Theory]
    [InlineData("Kind;Case Number\ninfection-deep;A 1\n")]
    [InlineData("\uFEFFcase_number\tKIND\r\nA 1\tinfection-deep\r\n")]
    [InlineData("case-number,kind\n\"A 1\",\"infection-deep\"")]
    public async Task A_file_is_read_in_the_forms_in_which_programs_write_it(string file) =>
        Assert.Equal((1, 0), (await UploadAsync(file)).Is(201).Json is var taken ? (taken.Int("cases"), taken.Int("refusedLines")) : default);

    [Fact]
    public async Task A_line_that_cannot_be_read_is_refused_by_its_cell_and_the_others_are_taken()
    {
        var taken = (await UploadAsync("caseNumber,kind\nA 1,infection-deep\nA 2,headache\n,death\n?,Death\nA 3\n\"A 4,death\nA 5,death\n")).Is(201);
        Assert.Equal((2, 5), (taken.Json.Int("cases"), taken.Json.Int("refusedLines")));
        Assert.Equal(
            ["3 kind", "4 caseNumber", "5 caseNumber", "5 kind", "6 ", "7 "],
            taken.Json["refused"]!.AsArray().Select(r => $"{r!["line"]} {r.Text("column")}"));
        var unknownWord = taken.Json["refused"]![0]!.Text("detail");
        Assert.StartsWith("Found “headache”; it must be one of infection-superficial", unknownWord, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_line_can_be_read_the_upload_before_it_stands()
    {
        (await UploadAsync("caseNumber,kind\nA 1,death\n")).Is(201);
        var refused = (await UploadAsync("caseNumber,kind\ndeath,A 1\n")).IsProblem(422, "nothing-readable");
        Assert.Equal(1, refused.Json.Int("refusedLines"));
        Assert.True((await UploadAsync("caseNumber,kind\nA 1,death\n")).Is(200).IsReplay);
    }

    [Fact]
    public async Task The_same_file_again_adds_nothing_unless_another_came_between()
    {
        const string one = "caseNumber,kind\nA 1,death\nA 2,?\n", other = "caseNumber,kind\nA 3,death\n";
        var first = (await UploadAsync(one)).Is(201);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var again = (await UploadAsync(one)).Is(200);
        Assert.True(again.IsReplay);
        Assert.Equal(first.Text, again.Text);
        Assert.False((await UploadAsync(other)).Is(200).IsReplay);
        Assert.False((await UploadAsync(one)).Is(200).IsReplay);
    }

    [Theory]
    [InlineData("", "column-missing")]
    [InlineData("A 1,infection-deep\n", "column-missing")]
    [InlineData("caseNumber,diagnosis\n", "column-missing")]
    public async Task A_file_without_its_columns_is_none(string file, string code) => (await UploadAsync(file)).IsProblem(400, code);

    [Fact]
    public async Task A_column_that_is_unknown_or_there_twice_is_named()
    {
        (await UploadAsync("caseNumber,kind,remark\nA 1,death,seen\n")).PointsAt("/remark");
        (await UploadAsync("caseNumber,kind,case number\nA 1,death,A 1\n")).PointsAt("/caseNumber");
    }

    [Theory]
    [InlineData("Coding")]
    [InlineData("coded%20discharges")]
    [InlineData("-")]
    public async Task A_name_that_is_none_is_refused(string name) =>
        (await UploadAsync("caseNumber,kind\n", path: $"/api/audit/second-sources/{name}")).PointsAt("/name");

    [Fact]
    public async Task What_is_too_much_is_refused_as_a_whole()
    {
        var lines = new StringBuilder("caseNumber,kind\n");
        for (var line = 1; line <= 100_001; line++)
            lines.Append(line).Append(",death\n");
        (await UploadAsync(lines.ToString())).IsProblem(413);
        (await UploadAsync("caseNumber,kind\n" + new string('x', 9 * 1024 * 1024))).IsProblem(413);
        (await UploadAsync("caseNumber,kind\nA 1,death\n")).Is(201);
    }

    [Fact]
    public async Task A_source_that_names_nobody_is_one() =>
        Assert.Equal(0, (await UploadAsync("caseNumber,kind\n")).Is(201).Json.Int("cases"));

    [Fact]
    public async Task It_is_sent_as_csv_in_utf_8()
    {
        (await UploadAsync("{}", "application/json")).IsProblem(415);
        (await hospital.Quality.SendAsync(HttpMethod.Put, Path, new StringContent("caseNumber,kind\n", Encoding.Latin1, "text/csv"))).IsProblem(415);
    }

    [Fact]
    public async Task The_list_has_every_source_with_its_newest_upload_and_how_many_there_were()
    {
        const string second = "caseNumber,kind\nA 2,infection\nA 3,?\n";
        Assert.Empty((await ListAsync("")).Items);
        (await UploadAsync("caseNumber,kind\nA 1,death\nA 2,death\n")).Is(201);
        var before = await ListAsync("");
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        (await UploadAsync("caseNumber,kind\nB 1,death\n", path: "/api/audit/second-sources/archive")).Is(201);
        var newest = (await UploadAsync(second)).Is(200);
        Assert.True((await UploadAsync(second)).Is(200).IsReplay);
        var listed = await ListAsync("");
        Assert.Equal(
            [("archive", 1, 1, 0), ("coding", 2, 1, 1)],
            listed.Items.Select(s => (s!.Text("name"), s!.Int("uploads"), s!.Int("cases"), s!.Int("refusedLines"))));
        Assert.Equal((newest.Json.Text("uploadedAt"), "quality-1"), (listed.Items[1]!.Text("uploadedAt"), listed.Items[1]!.Text("uploadedBy")));
        Assert.Equal(before.Text, (await ListAsync($"?asOf={Uri.EscapeDataString(before.Json.Text("asOf"))}")).Text);
    }

    [Fact]
    public async Task The_list_comes_in_pages_and_whole()
    {
        foreach (var name in new[] { "registry", "coding", "b-2", "b" })
            (await UploadAsync("caseNumber,kind\nA 1,death\n", path: $"/api/audit/second-sources/{name}")).Is(201);
        var first = await ListAsync("?limit=3");
        var second = await ListAsync($"?limit=3&cursor={first.Json.Text("next")}");
        Assert.Equal(["b", "b-2", "coding", "registry"], first.Items.Concat(second.Items).Select(s => s!.Text("name")));
        Assert.Null(second.Json["next"]);
        Assert.Equal(5, (await ListAsync("?format=csv")).Text.TrimEnd().Split('\n').Length);
        Assert.EndsWith("""{"end":true,"count":4}""", (await ListAsync("?format=ndjson")).Text.TrimEnd(), StringComparison.Ordinal);
    }

    Task<Answer> ListAsync(string question) => hospital.AskedAsync($"/api/audit/second-sources{question}");

    Task<Answer> UploadAsync(string file, string type = "text/csv", string path = Path) =>
        hospital.Quality.SendAsync(HttpMethod.Put, path, new StringContent(file, Encoding.UTF8, type));
}
