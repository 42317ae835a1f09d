namespace Periop.Server.Audit.Plots;

/// <summary>What stands on a picture so that it can be defended wherever it is found.</summary>
/// <param name="Title">Which outcome, by which version of its definition, of what.</param>
/// <param name="Question">The period, the cases, how complete they are.</param>
/// <param name="Provenance">The instant the answer is for, and the engine that gave it.</param>
/// <param name="Notes">What else has to be known to read it.</param>
sealed record PlotCaption(string Title, string Question, string Provenance, IReadOnlyList<string> Notes);
