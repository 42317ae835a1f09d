using Xunit.Sdk;

namespace Periop.Domain.Tests;

public sealed class KeptFileTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    string File => Path.Combine(folder.FullName, "golden", "table.md");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_file_that_differs_stays_as_it_is_and_is_what_is_compared(bool isCi)
    {
        Write("kept");
        Assert.Equal("kept", KeptFile.Read(File, "made", isCi));
        Assert.Equal("kept", System.IO.File.ReadAllText(File));
    }

    [Fact]
    public void A_missing_file_is_written_and_fails_the_test()
    {
        var failure = Assert.Throws<FailException>(() => KeptFile.Read(File, "made", isCi: false));
        Assert.EndsWith("has been written: look at it and run again.", failure.Message, StringComparison.Ordinal);
        Assert.Equal("made", System.IO.File.ReadAllText(File));
    }

    [Fact]
    public void A_missing_file_fails_the_test_and_is_not_written_where_CI_is_set()
    {
        Assert.Throws<FailException>(() => KeptFile.Read(File, "made", isCi: true));
        Assert.Empty(folder.EnumerateFileSystemInfos());
    }

    public void Dispose() => folder.Delete(recursive: true);

    void Write(string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        System.IO.File.WriteAllText(File, text);
    }
}
