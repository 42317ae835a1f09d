using System.Text.Json.Serialization;
using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>
/// Which antibiotic has to be given when: a <see cref="VersionedFile"/> that a pharmacist reviews (<c>antibiotic-windows.v1.json</c>).
/// </summary>
/// <param name="About">What the windows are for.</param>
/// <param name="Rules">What is done with them, in words.</param>
/// <param name="Sources">Where they come from.</param>
/// <param name="ToConfirm">What they leave out or nobody has checked yet.</param>
public sealed record AntibioticWindows(
    string Name, int Version, string About, IReadOnlyList<AntibioticWindow> Drugs, IReadOnlyList<string> Rules, IReadOnlyList<string> Sources,
    IReadOnlyList<string> ToConfirm)
{
    /// <summary>The windows in use.</summary>
    public static AntibioticWindows Current { get; } = VersionedFile.Read<AntibioticWindows>("antibiotic-windows.v1.json");

    /// <summary>Name and version, as the file is called.</summary>
    [JsonIgnore]
    public string Id => $"{Name}.v{Version}";

    /// <summary>What is known of a drug; null when nothing is.</summary>
    public AntibioticWindow? Of(Term drug) => Drugs.FirstOrDefault(d => d.Name.Equals(drug.Value, StringComparison.OrdinalIgnoreCase));
}

/// <summary>What is known of one drug.</summary>
/// <param name="WindowMinutes">How long before the incision it may be started at most.</param>
/// <param name="RedoseHours">How long a dose lasts while the wound is open; null when one dose is enough.</param>
public sealed record AntibioticWindow(string Name, int WindowMinutes, int? RedoseHours)
{
    [JsonIgnore]
    public TimeSpan Window => TimeSpan.FromMinutes(WindowMinutes);

    [JsonIgnore]
    public TimeSpan? Lasts => RedoseHours is { } hours ? TimeSpan.FromHours(hours) : null;
}
