namespace Periop.Server.Http;

/// <summary>A cell of a file that was not taken, and why.</summary>
/// <param name="Line">As an editor counts them: the columns stand in line 1.</param>
/// <param name="Column">Empty where it is the whole line.</param>
public sealed record RefusedCell(int Line, string Column, string Code, string Detail);
