namespace Periop.Server.Downtime;

/// <summary>The configuration section <c>Downtime</c>.</summary>
/// <param name="Folder">Where the pages for a downtime are kept; null keeps none.</param>
/// <param name="Every">How often they are written.</param>
sealed record DowntimeSettings(string? Folder, TimeSpan Every)
{
    public const string Section = "Downtime";

    public static DowntimeSettings Of(IConfiguration configuration) => new(
        configuration[$"{Section}:Folder"] is { Length: > 0 } folder ? folder : null,
        configuration.GetValue($"{Section}:Every", TimeSpan.FromMinutes(5)));

    /// <summary>A sentence for each setting that cannot be meant.</summary>
    public IEnumerable<string> Problems()
    {
        if (Folder is not null && !Path.IsPathFullyQualified(Folder))
            yield return $"{Section}:Folder is {Folder}. Name the whole path: a relative one depends on where the server is started.";
        if (Folder is not null && Every < TimeSpan.FromSeconds(1))
            yield return $"{Section}:Every is {Every}. Say how often the pages are written: 00:05:00.";
    }
}
