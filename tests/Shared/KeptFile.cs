using Assert = Xunit.Assert;

namespace Periop.Tests;

/// <summary>
/// A file of the repository that has to say what the code says. One that is missing is written for someone to look at, which fails all
/// the same: what was just written agrees with whatever wrote it. Where CI is set nothing is written.
/// </summary>
static class KeptFile
{
    /// <summary>The file's text, to be compared.</summary>
    /// <param name="made">What the code says.</param>
    public static string Read(string file, string made) => Read(file, made, !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")));

    public static string Read(string file, string made, bool isCi)
    {
        if (File.Exists(file))
            return File.ReadAllText(file);
        if (isCi)
            Assert.Fail($"{file} is missing.");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, made);
        Assert.Fail($"{file} was missing and has been written: look at it and run again.");
        return made;
    }
}
