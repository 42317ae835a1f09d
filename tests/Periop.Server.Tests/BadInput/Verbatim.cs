using System.Text.Json.Nodes;
using Xunit;

namespace Periop.Server.Tests.BadInput;

/// <summary>Texts that mean something to a database, a log, a page, a table or a pattern are texts: kept as they are, and shown as they are.</summary>
public sealed class Verbatim(HeardHost heard) : IClassFixture<HeardHost>
{
    static readonly string[] Texts =
    [
        "'; drop table mt_events; --", "\" or \"\"=\"", "$1 $$ {0} %s %n", "100 % _ \\% \\_", "(a+)+$ [[:alpha:]]", "<script>alert(1)</script>",
        "\" onmouseover=\"alert(1)", "</textarea><img src=x onerror=alert(1)>", "${jndi:ldap://x/a}", "{{7*7}} @(7*7)", "=1+1", "+1", "-1", "@SUM(A1)",
        "line\r\nwarn: Periop[0] a line of its own", "\u001b[31mred", "../../etc/passwd", "null", "undefined", "NaN",
        "e\u0301\u0323 \u202e\u05d0 \U0001F469\u200D\u2695\uFE0F", "\ufeffmark",
    ];

    [Fact]
    public async Task A_text_is_kept_to_the_letter_and_shown_as_a_text()
    {
        var hospital = heard.Host.NewHospital();
        var surgicalCase = await hospital.CaseInOperationAsync();
        foreach (var text in Texts)
            await surgicalCase.RecordedAsync("addenda", new JsonObject { ["text"] = text, ["note"] = text }.ToJsonString());
        var entries = (await surgicalCase.TimelineAsync()).Json["entries"]!.AsArray().Where(entry => entry.Text("type") == "addendum_added").ToArray();
        Assert.Equal(Texts, entries.Select(entry => entry!["data"].Text("text")));
        Assert.Equal(Texts, entries.Select(entry => entry.Text("note")));
        var page = (await (await Browser.SignedInAsync(hospital, "Q-02")).OpenAsync($"/cases/{surgicalCase.Id}/record")).Is(200);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page.Text, StringComparison.Ordinal);
        foreach (var markup in new[] { "<script>alert", "\" onmouseover=\"", "<img src=x" })
            Assert.DoesNotContain(markup, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(heard.Said.Lines, line => Texts.Any(text => text.Length > 4 && line.Contains(text, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("9007199254740993")]
    [InlineData("-0.0000000000000000000000000001")]
    [InlineData("79228162514264337593543950335")]
    public async Task A_number_is_kept_to_the_digit(string number)
    {
        var surgicalCase = await heard.Host.NewHospital().CaseInOperationAsync();
        var receipt = await surgicalCase.RecordedAsync("corrections-measured", $$"""{"kind":"sva","value":{{number}},"unit":"mm","phase":"preoperative"}""");
        Assert.Contains($"\"value\":{number}", (await surgicalCase.EntryAsync(receipt.EntryId)).ToJsonString(), StringComparison.Ordinal);
    }
}
