namespace Periop.Server.Http.Description;

/// <summary>The roles that a route lets in, as its metadata says them.</summary>
sealed record RolesAllowed(IReadOnlyList<string> Roles);
