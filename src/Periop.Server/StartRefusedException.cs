namespace Periop.Server;

/// <summary>The server cannot start as it is configured. The message is for whoever started it, and all that is shown.</summary>
public sealed class StartRefusedException(string message) : Exception(message);
