using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Periop.Server.Access;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace Periop.Server.Tests.Operating;

/// <summary>
/// Everything on one machine, for a trial. No engine runs it here: what it names is looked for, and its provider compared with what Periop needs.
/// </summary>
public sealed class ComposeFile
{
    static readonly YamlMappingNode Compose = Yaml.Read("compose.yaml").Single();

    [Fact]
    public void What_services_use_is_declared_and_its_files_are_there()
    {
        foreach (var service in Compose.KeysAt("services"))
        {
            foreach (var kind in new[] { "configs", "secrets" })
                foreach (var used in Compose.ListAt("services", service, kind))
                    Assert.Contains(used.TextAt("source") ?? ((YamlScalarNode)used).Value!, Compose.KeysAt(kind));
            foreach (var needed in Compose.KeysAt("services", service, "depends_on"))
                Assert.Contains(needed, Compose.KeysAt("services"));
        }

        foreach (var config in Compose.KeysAt("configs"))
            Assert.True(Compose.TextAt("configs", config, "content") is not null
                || File.Exists(Path.Combine(Yaml.Folder, Compose.TextAt("configs", config, "file")!)), config);
        Assert.True(File.Exists(Path.Combine(
            Yaml.Folder, Compose.TextAt("services", "migrate", "build", "context")!, Compose.TextAt("services", "migrate", "build", "dockerfile")!)));
    }

    [Theory]
    [InlineData("periop")]
    [InlineData("migrate")]
    public void Periop_may_write_nothing_and_rise_to_nothing(string service)
    {
        Assert.Equal("true", Compose.TextAt("services", service, "read_only"));
        Assert.Equal("ALL", Compose.TextAt("services", service, "cap_drop", 0));
        Assert.Equal("no-new-privileges:true", Compose.TextAt("services", service, "security_opt", 0));
    }

    [Fact]
    public void Servers_start_after_the_tables_and_the_rights_and_connect_as_the_role_that_may_change_nothing()
    {
        Assert.Equal("service_completed_successfully", Compose.TextAt("services", "roles", "depends_on", "migrate", "condition"));
        Assert.Equal("service_completed_successfully", Compose.TextAt("services", "periop", "depends_on", "roles", "condition"));
        Assert.Equal("application-connection-string", Compose.TextAt("services", "periop", "secrets", 0, "source"));
        Assert.Equal("migration-connection-string", Compose.TextAt("services", "migrate", "secrets", 0, "source"));
    }

    [Fact]
    public async Task The_script_makes_every_secret_that_is_used()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/openssl"), "openssl is not installed.");
        var folder = Directory.CreateTempSubdirectory("periop-secrets-");
        try
        {
            using var script = Process.Start("bash", [Path.Combine(Yaml.Folder, "trial-secrets.sh"), folder.FullName]);
            await script.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, script.ExitCode);
            Assert.Equal(
                Compose.KeysAt("secrets").Select(secret => Path.GetFileName(Compose.TextAt("secrets", secret, "file"))!).Order(StringComparer.Ordinal),
                folder.GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal));
            var file = Path.Combine(folder.FullName, "key-certificate.pem");
            using var certificate = X509Certificate2.CreateFromPemFile(file);
            Assert.NotNull(certificate.GetRSAPrivateKey());
            Assert.Equal(Client["secret"]!.GetValue<string>(), await File.ReadAllTextAsync(
                Path.Combine(folder.FullName, "client-secret"), TestContext.Current.CancellationToken));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void The_provider_has_the_roles_of_Periop_and_tells_what_Periop_asks_of_it()
    {
        var realm = Realm;
        Assert.Equal(
            Role.All.Order(StringComparer.Ordinal),
            realm["roles"]!["realm"]!.AsArray().Select(role => role!["name"]!.GetValue<string>()).Order(StringComparer.Ordinal));
        var mappers = Client["protocolMappers"]!.AsArray().ToDictionary(mapper => mapper!["name"]!.GetValue<string>(), mapper => mapper!["config"]!);
        var settings = new AccessSettings();
        Assert.Equal((settings.RolesClaim, settings.HospitalClaim, settings.Audience),
            (mappers["roles"]["claim.name"]!.GetValue<string>(), mappers["hospital"]["claim.name"]!.GetValue<string>(),
                mappers["audience"]["included.client.audience"]!.GetValue<string>()));
        foreach (var claim in new[] { "roles", "hospital" })
            Assert.Equal(("true", "true"),
                (mappers[claim]["id.token.claim"]!.GetValue<string>(), mappers[claim]["access.token.claim"]!.GetValue<string>()));
        Assert.Equal(Compose.TextAt("services", "periop", "environment", "Access__ClientId"), Client["clientId"]!.GetValue<string>());
        Assert.EndsWith("/sign-in/callback", Client["redirectUris"]!.AsArray().Single()!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_signs_in_for_a_trial_has_a_hospital_that_is_configured()
    {
        var hospitals = Realm["groups"]!.AsArray().ToDictionary(
            group => $"/{group!["name"]!.GetValue<string>()}", group => group!["attributes"]!["hospital"]!.AsArray().Single()!.GetValue<string>());
        foreach (var user in Realm["users"]!.AsArray())
            Assert.Contains(
                $"Hospitals__{hospitals[user!["groups"]!.AsArray().Single()!.GetValue<string>()]}__TimeZone",
                Compose.KeysAt("services", "periop", "environment"));
    }

    static JsonObject Realm => JsonNode.Parse(File.ReadAllText(Path.Combine(Yaml.Folder, "keycloak", "hospital.json")))!.AsObject();

    static JsonNode Client => Realm["clients"]!.AsArray().Single()!;
}
