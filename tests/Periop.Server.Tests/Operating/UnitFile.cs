namespace Periop.Server.Tests.Operating;

/// <summary>A unit of systemd as it is written: which settings it has, each as often as it is set.</summary>
sealed class UnitFile
{
    readonly ILookup<string, string> settings;

    UnitFile(IEnumerable<string> lines) => settings = lines
        .Where(line => line.Contains('=', StringComparison.Ordinal) && line[0] is not ('#' or ';'))
        .ToLookup(line => line[..line.IndexOf('=', StringComparison.Ordinal)], line => line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..]);

    public static string Path { get; } = System.IO.Path.Combine(Repository.Root, "deploy", "systemd", "periop.service");

    public static UnitFile Read() => new(File.ReadLines(Path));

    /// <summary>The settings of a file such as <c>EnvironmentFile</c> names.</summary>
    public static Dictionary<string, string> ReadEnvironment() =>
        ReadEnvironment(System.IO.Path.Combine(Repository.Root, "deploy", "systemd", "periop.env"));

    public static Dictionary<string, string> ReadEnvironment(string path) =>
        new UnitFile(File.ReadLines(path)).settings.ToDictionary(s => s.Key, s => s.Single().Trim('"'));

    /// <summary>What a setting is that is set once.</summary>
    public string this[string name] => settings[name].Single();

    public IEnumerable<string> All(string name) => settings[name];

    /// <summary>Name and file of each credential.</summary>
    public IEnumerable<(string Name, string File)> Credentials => All("LoadCredential").Select(c => (c.Split(':')[0], c.Split(':')[1]));

    /// <summary>The environment that it gives by itself.</summary>
    /// <param name="credentials">Where the credentials are: <c>%d</c>.</param>
    public IEnumerable<(string Name, string Value)> Environment(string credentials) =>
        All("Environment").Select(e => e.Split('=', 2)).Select(e => (e[0], e[1].Replace("%d", credentials, StringComparison.Ordinal)));
}
