namespace Periop.Domain.Register;

/// <summary>
/// A line of the register: what the entries of one stream come to in one respect. The register keeps every version of it with the
/// positions between which it was so.
/// </summary>
/// <param name="Key">Tells it from the other lines of its kind and stream.</param>
public abstract record RegisterRow(string Key);
