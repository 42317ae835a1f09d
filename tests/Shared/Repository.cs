namespace Periop.Tests;

/// <summary>The folder that holds the solution, for tests that compare files with the code.</summary>
static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    static string Find(DirectoryInfo folder) => File.Exists(Path.Combine(folder.FullName, "Periop.sln"))
        ? folder.FullName
        : Find(folder.Parent ?? throw new InvalidOperationException("These tests are run from within the repository."));
}
