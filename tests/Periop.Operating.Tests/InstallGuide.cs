using Xunit;

namespace Periop.Operating.Tests;

/// <summary>docs/install.md as somebody follows it who has nothing else: what is to be run or written, with names of one's own in it.</summary>
/// <param name="names">What stands there for an example, and what it is here. The first that fits is taken; longer ones come before shorter.</param>
sealed class InstallGuide(params (string Written, string Here)[] names)
{
    static readonly string[] Lines = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "install.md"));

    /// <summary>The same guide, read at one of several machines.</summary>
    public InstallGuide At(params (string Written, string Here)[] machine) => new([.. machine, .. names]);

    /// <summary>The commands of a part, in blocks as they stand there.</summary>
    public IReadOnlyList<string> Commands(string heading) => Blocks(heading, "sh");

    /// <summary>What a part says is to be in a file.</summary>
    public string Text(string heading) => Assert.Single(Blocks(heading, ""));

    /// <summary>Whether a part speaks of something.</summary>
    public static bool Names(string heading, string what) => Part(heading).Any(line => line.Contains(what, StringComparison.Ordinal));

    string[] Blocks(string heading, string kind)
    {
        const string fence = "```";
        var (blocks, open, inside) = (new List<string>(), "", new List<string>());
        foreach (var line in Part(heading))
            if (open.Length == 0 && line.StartsWith(fence, StringComparison.Ordinal))
                (open, inside) = (line, []);
            else if (line == fence)
            {
                if (open == fence + kind)
                    blocks.Add(Here(string.Join('\n', inside)));
                open = "";
            }
            else
                inside.Add(line);
        Assert.NotEmpty(blocks);
        return [.. blocks];
    }

    string Here(string block)
    {
        foreach (var (written, here) in names)
            block = block.Replace(written, here, StringComparison.Ordinal);
        Assert.DoesNotContain("…", block, StringComparison.Ordinal);
        Assert.DoesNotContain(".example", block, StringComparison.Ordinal);
        return block;
    }

    static IEnumerable<string> Part(string heading)
    {
        Assert.Contains($"## {heading}", Lines);
        return Lines.SkipWhile(line => line != $"## {heading}").Skip(1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal));
    }
}
