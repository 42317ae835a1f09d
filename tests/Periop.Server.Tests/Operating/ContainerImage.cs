using System.Text.RegularExpressions;
using Xunit;

namespace Periop.Server.Tests.Operating;

/// <summary>
/// The image's definition. No engine builds it here: what its build stage runs, deploy/publish.sh, is run by <see cref="SystemdUnit"/>; the rest is read.
/// </summary>
public sealed partial class ContainerImage
{
    static readonly (string Word, string Text)[] Instructions =
    [
        .. Joined().Replace(string.Join('\n', File.ReadLines(Path.Combine(Yaml.Folder, "container", "Dockerfile"))
                .Where(line => line.Length > 0 && line[0] != '#')), " ").Split('\n')
            .Select(line => line.Split(' ', 2, StringSplitOptions.TrimEntries)).Select(parts => (parts[0], parts[1])),
    ];

    [Fact]
    public void Every_stage_has_a_name_and_every_copy_a_source()
    {
        var stages = new List<string>();
        foreach (var (word, rest) in Instructions)
            if (word == "FROM")
            {
                var stage = Stage().Match(rest);
                Assert.True(stage.Success, rest);
                stages.Add(stage.Groups["name"].Value);
            }
            else if (word == "COPY" && From().Match(rest) is { Success: true } from)
                Assert.Contains(from.Groups["name"].Value, stages);
            else if (word == "COPY")
                Assert.All(
                    rest.Split(' ')[..^1],
                    source => Assert.True(Path.Exists(Path.Combine(Repository.Root, source)), $"{source} is copied and is not there"));
        Assert.Equal(["build", "server"], stages);
    }

    [Fact]
    public void What_is_copied_from_outside_is_let_into_the_build()
    {
        var let = File.ReadLines(Path.Combine(Yaml.Folder, "container", "Dockerfile.dockerignore"))
            .Where(line => line.StartsWith('!')).Select(line => line[1..].TrimEnd('*')).ToArray();
        Assert.All(
            Instructions.Where(i => i.Word == "COPY" && !From().IsMatch(i.Text)).SelectMany(i => i.Text.Split(' ')[..^1]),
            source => Assert.Contains(let, allowed => source.TrimEnd('/').StartsWith(allowed, StringComparison.Ordinal)));
    }

    [Fact]
    public void It_is_not_root_who_runs_it_and_the_compiler_stays_behind()
    {
        var last = Instructions[Instructions.LastIndexOf("FROM")..];
        Assert.Matches("^[1-9][0-9]*:[1-9][0-9]*$", last.Last(i => i.Word == "USER").Text);
        Assert.DoesNotContain("sdk", last[0].Text, StringComparison.Ordinal);
        Assert.Equal("""["dotnet", "Periop.Server.dll"]""", last.Single(i => i.Word == "ENTRYPOINT").Text);
        Assert.DoesNotContain(last, i => i.Word == "RUN");
    }

    [Fact]
    public void It_runs_in_Production_and_writes_nothing() => Assert.Equal(
        "ASPNETCORE_ENVIRONMENT=Production ASPNETCORE_HTTP_PORTS=8080 Management__Port=9464 DOTNET_EnableDiagnostics=0",
        Blanks().Replace(Instructions.Single(i => i.Word == "ENV").Text, " "));

    [GeneratedRegex(@"\\\n", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Joined();

    [GeneratedRegex(@"^\S+:\S+ AS (?<name>\w+)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Stage();

    [GeneratedRegex(@"^--from=(?<name>\w+) ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex From();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blanks();
}

static class InstructionList
{
    public static int LastIndexOf(this (string Word, string Text)[] instructions, string word) => Array.FindLastIndex(instructions, i => i.Word == word);
}
