using System.Text.RegularExpressions;

namespace Periop.Server.Tests;

/// <summary>A page as somebody with a browser would have it, sent on to the address that says all that is asked.</summary>
sealed partial record OpenedPage(string Address, Answer Answer)
{
    public string Text => System.Net.WebUtility.HtmlDecode(Answer.Text);

    /// <summary>The tables and queues of the page, which its address gives again to the byte; forms in them are made anew.</summary>
    public string Tables => string.Concat(Table().Matches(Form().Replace(Answer.Text, "")).Select(table => table.Value));

    /// <summary>Where a link with this text leads.</summary>
    public string LinkTo(string text) => System.Net.WebUtility.HtmlDecode(
        Regex.Match(Answer.Text, $"""href="(?<to>[^"]+)"[^>]*>{Regex.Escape(text)}<""", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups["to"].Value);

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();

    [GeneratedRegex("<(?<list>table|ol)\\b.*?</\\k<list>>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Table();
}

static class Opening
{
    public static async Task<OpenedPage> OpenPageAsync(this Person person, string address)
    {
        var answer = await person.GetAsync(address, ("Accept", "text/html"));
        while (answer.Status == 302)
            answer = await person.GetAsync(address = answer.Header("Location")!, ("Accept", "text/html"));
        return new OpenedPage(address, answer);
    }
}
