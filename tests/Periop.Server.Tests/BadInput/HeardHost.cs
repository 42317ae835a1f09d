using Xunit;

namespace Periop.Server.Tests.BadInput;

/// <summary>A host whose log is heard.</summary>
public sealed class HeardHost(TestDatabases databases) : IAsyncLifetime
{
    internal SaidInTheLog Said { get; } = new();

    public PeriopHost Host { get; } = new(databases);

    public async ValueTask InitializeAsync() => await Host.StartAsync(await databases.CopyAsync(), Said.Listen);

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
