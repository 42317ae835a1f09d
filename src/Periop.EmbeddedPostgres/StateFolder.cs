using System.Security.Cryptography;

namespace Periop.EmbeddedPostgres;

/// <summary>What lies where in the state folder, and the files only its owner may read.</summary>
sealed class StateFolder(string path)
{
    const string Durable = "durable", ThrowAway = "throw-away";

    /// <summary>The folder itself, should a link have been named: a throw-away one is renamed and removed.</summary>
    public string Root { get; } = Resolve(System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path)));

    public bool IsRemote => !OperatingSystem.IsWindows() && new DriveInfo(Root).DriveType == DriveType.Network;

    public string Data => Path("data");
    public string Version => System.IO.Path.Combine(Data, "PG_VERSION");
    public string Log => Path("postgres.log");
    public string Port => Path("port");

    /// <summary>Exclusive around everything that finds, starts or stops the server.</summary>
    public string StartLock => Path("start.lock");

    /// <summary>Shared by every user; the supervisor waits for it to become free.</summary>
    public string Lease => Path("lease");

    /// <summary>Shared by every user; who gets it exclusively, under start.lock, is the last.</summary>
    public string Users => Path("users");

    public string SupervisorLock => Path("supervisor.lock");

    string Profile => Path("profile");

    static string Resolve(string path)
    {
        try
        {
            return Directory.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        }
        catch (DirectoryNotFoundException)
        {
            return path;   // it is yet to be made
        }
    }

    string Path(string name) => System.IO.Path.Combine(Root, name);

    public void Create(bool throwAway)
    {
        // A throw-away folder is removed at the end: it must have been ours from the beginning
        if (throwAway && !File.Exists(Profile) && Directory.Exists(Root) && Directory.EnumerateFileSystemEntries(Root).Any(entry => entry != StartLock))
            throw new InvalidOperationException($"{Root} is not empty: a throw-away server needs a folder of its own, which is removed afterwards.");
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(Root);
        else Directory.CreateDirectory(Root, UserFolders.RunsAsRoot ? OpenToAll : OwnerOnly);
    }

    /// <summary>Under start.lock: a folder keeps the profile it was made with, so that nothing durable is ever thrown away.</summary>
    public void Claim(bool throwAway)
    {
        var wanted = throwAway ? ThrowAway : Durable;
        var existing = File.Exists(Profile) ? File.ReadAllText(Profile).Trim() : Directory.Exists(Data) ? Durable : null;
        if (existing is not null && existing != wanted)
            throw new InvalidOperationException($"{Root} holds a {existing} server and cannot be used as a {wanted} one.");
        if (existing is null) WritePrivate(Profile, wanted + "\n");
    }

    /// <summary>Under start.lock. Renamed first: it is gone at once for whoever comes next.</summary>
    public void Remove()
    {
        var removed = $"{Root}.removed-{Random.Shared.Next():x8}";
        try
        {
            Directory.Move(Root, removed);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            removed = Root;   // a mount point, or a parent that isn't ours: at least empty it
        }
        Directory.Delete(removed, recursive: true);
    }

    public static string NewPassword() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));

    public string? PasswordOf(string role) => File.Exists(PasswordFile(role)) ? File.ReadAllText(PasswordFile(role)) : null;

    public void KeepPassword(string role, string password)
    {
        var unfinished = PasswordFile(role) + ".new";
        WritePrivate(unfinished, password);
        File.Move(unfinished, PasswordFile(role), overwrite: true);
    }

    string PasswordFile(string role) => Path($"password-{role}");

    public static void WritePrivate(string file, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(file, options);
        writer.Write(text);
    }

    public static void CreatePrivate(string folder)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, OwnerOnly);
    }

    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    // For root only: the server's user must pass through
    const UnixFileMode OpenToAll = OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
}
