using System.Net;
using System.Net.Sockets;
using Npgsql;
using Xunit;

namespace Periop.Server.Tests.Operating;

/// <summary>A server that cannot start ends, and says why in a sentence: whoever has to mend it need not read a stack trace.</summary>
[Collection(nameof(Deployed))]
public sealed class RefusedStarts(Deployed deployed)
{
    [Fact]
    public async Task Without_the_tables_it_says_to_migrate()
    {
        await using var fresh = await Deployment.PrepareAsync(deployed.Databases, deployed.Program);
        await EndsAsync(fresh, fresh.Application, "The database has not the tables of this release: run migrate.");
    }

    [Fact]
    public async Task Without_the_database_it_says_so()
    {
        await using var fresh = await Deployment.PrepareAsync(deployed.Databases, deployed.Program);
        using var nobody = new Socket(SocketType.Stream, ProtocolType.Tcp);
        nobody.Bind(new IPEndPoint(IPAddress.Loopback, 0));       // it does not listen: whoever connects is refused
        var away = new NpgsqlConnectionStringBuilder(fresh.Application) { Port = ((IPEndPoint)nobody.LocalEndPoint!).Port };
        await EndsAsync(fresh, away.ConnectionString, "The database cannot be used: ");
    }

    [Fact]
    public async Task Where_somebody_listens_already_it_says_so()
    {
        using var other = new TcpListener(IPAddress.IPv6Any, 0);
        other.Server.DualMode = true;
        other.Start();
        await using var second = await Deployment.PrepareAsync(deployed.Databases, deployed.Program);
        second.Change("Management__Port", $"{((IPEndPoint)other.LocalEndpoint).Port}");
        await EndsAsync(second, deployed.It.Application, "Another program listens on one of the server's addresses already.");
    }

    [Theory]
    [InlineData("", "Access:Authority is missing.")]
    [InlineData("http://identity.hospital.example", "Access:Authority is http://identity.hospital.example.")]
    public async Task An_identity_provider_that_could_not_be_believed_is_none(string authority, string sentence)
    {
        await using var fresh = await Deployment.PrepareAsync(deployed.Databases, deployed.Program);
        fresh.Change("Access__Authority", authority);
        await EndsAsync(fresh, fresh.Application, sentence);
        Assert.Contains($"missing:     {sentence}", (await fresh.RunAsync(fresh.Application, "check")).Printed, StringComparison.Ordinal);
    }

    static async Task EndsAsync(Deployment deployment, string connectionString, string sentence)
    {
        var (code, printed) = await deployment.RunAsync(connectionString);
        Assert.Equal(1, code);
        Assert.Contains(printed.Split('\n'), line => line.StartsWith(sentence, StringComparison.Ordinal));
    }
}
