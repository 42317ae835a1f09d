namespace Periop.Domain.Spine;

/// <summary>From which side the spine is reached; combined is anterior and posterior in one operation.</summary>
public enum Approach { Posterior, Posterolateral, Anterior, Combined }
