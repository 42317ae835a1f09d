namespace Periop.Domain.Tests;

/// <summary>The folder that holds the solution, for tests that compare files with the code.</summary>
static class Repository
{
    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Periop.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("These tests are run from within the repository.");
        return folder.FullName;
    }
}
