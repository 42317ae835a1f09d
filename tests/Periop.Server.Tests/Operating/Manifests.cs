using k8s;
using k8s.Models;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace Periop.Server.Tests.Operating;

/// <summary>
/// The manifests, read strictly into Kubernetes' own model: a member that it does not have, or of another type, is refused. No cluster runs them here.
/// </summary>
public sealed class Manifests
{
    static readonly YamlMappingNode Kustomization = Yaml.Read("kubernetes", "kustomization.yaml").Single();

    static readonly IReadOnlyList<object> All =
    [
        .. Kustomization.ListAt("resources").SelectMany(resource => KubernetesYaml.LoadAllFromString(
            File.ReadAllText(Path.Combine(Yaml.Folder, "kubernetes", ((YamlScalarNode)resource).Value!)), strict: true)),
    ];

    static readonly V1Deployment Server = All.OfType<V1Deployment>().Single();

    static readonly V1Job Migrate = All.OfType<V1Job>().Single();

    static V1Container Periop => Server.Spec.Template.Spec.Containers.Single();

    static IEnumerable<V1PodSpec> Pods => [Server.Spec.Template.Spec, Migrate.Spec.Template.Spec];

    static IEnumerable<V1Container> Containers => Pods.SelectMany(pod => pod.Containers.Concat(pod.InitContainers ?? []));

    [Fact]
    public void Every_manifest_is_in_the_kustomization_and_every_file_that_it_names_is_there()
    {
        var folder = Path.Combine(Yaml.Folder, "kubernetes");
        Assert.Equal(
            Directory.GetFiles(folder, "*.yaml").Select(Path.GetFileName).Except(["kustomization.yaml"]).Order(StringComparer.Ordinal),
            Kustomization.ListAt("resources").Select(resource => ((YamlScalarNode)resource).Value).Order(StringComparer.Ordinal));
        foreach (var generated in Kustomization.ListAt("configMapGenerator"))
            Assert.All(
                generated.ListAt("envs").Concat(generated.ListAt("files")),
                file => Assert.True(File.Exists(Path.Combine(folder, ((YamlScalarNode)file).Value!)), $"{file}"));
    }

    [Fact]
    public void Two_servers_run_and_one_stays_when_a_machine_is_emptied_or_a_release_replaced()
    {
        Assert.Equal(2, Server.Spec.Replicas);
        Assert.Equal("0", Server.Spec.Strategy.RollingUpdate.MaxUnavailable.Value);
        Assert.Equal("1", All.OfType<V1PodDisruptionBudget>().Single().Spec.MinAvailable.Value);
    }

    [Fact]
    public void What_is_selected_is_what_the_pods_are_labelled()
    {
        var labels = Server.Spec.Template.Metadata.Labels;
        foreach (var selected in new[]
            {
                Server.Spec.Selector.MatchLabels, All.OfType<V1Service>().Single().Spec.Selector,
                All.OfType<V1PodDisruptionBudget>().Single().Spec.Selector.MatchLabels,
                All.OfType<V1NetworkPolicy>().First().Spec.PodSelector.MatchLabels,
            })
            Assert.All(selected, label => Assert.Equal(label.Value, labels[label.Key]));
        Assert.All(
            All.OfType<V1NetworkPolicy>().Last().Spec.PodSelector.MatchLabels,
            label => Assert.Equal(label.Value, Migrate.Spec.Template.Metadata.Labels[label.Key]));
    }

    [Fact]
    public void Probes_ask_the_health_endpoints_on_the_operators_port()
    {
        Assert.Equal(("/health/live", "/health/live", "/health/ready"),
            (Periop.StartupProbe.HttpGet.Path, Periop.LivenessProbe.HttpGet.Path, Periop.ReadinessProbe.HttpGet.Path));
        Assert.All(
            new[] { Periop.StartupProbe, Periop.LivenessProbe, Periop.ReadinessProbe },
            probe => Assert.Contains(Periop.Ports, port => port.Name == probe.HttpGet.Port.Value));
    }

    [Fact]
    public void Nothing_runs_as_root_or_rises_to_it_or_writes_to_its_image()
    {
        Assert.All(Pods, pod => Assert.True(pod.SecurityContext.RunAsNonRoot));
        Assert.All(Pods, pod => Assert.False(pod.AutomountServiceAccountToken));
        Assert.All(Containers, container =>
        {
            Assert.Equal((false, true), (container.SecurityContext.AllowPrivilegeEscalation, container.SecurityContext.ReadOnlyRootFilesystem));
            Assert.Equal(["ALL"], container.SecurityContext.Capabilities.Drop);
            Assert.True(container.Resources.Requests.ContainsKey("memory") && container.Resources.Limits.ContainsKey("memory"), container.Name);
        });
    }

    [Fact]
    public void The_job_makes_the_tables_before_it_says_who_may_use_them()
    {
        Assert.Equal(["migrate"], Migrate.Spec.Template.Spec.InitContainers.Single().Args);
        Assert.Contains("/sql/roles.sql", Migrate.Spec.Template.Spec.Containers.Single().Command);
        Assert.NotEqual(
            Server.Spec.Template.Spec.Volumes.Single(v => v.Secret is not null).Secret.SecretName,
            Migrate.Spec.Template.Spec.Volumes.Single(v => v.Secret is not null).Secret.SecretName);
    }

    [Fact]
    public void Volumes_that_are_mounted_are_there_and_secrets_are_where_the_settings_say()
    {
        Assert.All(Pods, pod => Assert.All(
            pod.Containers.Concat(pod.InitContainers ?? []).SelectMany(container => container.VolumeMounts),
            mount => Assert.Contains(pod.Volumes, volume => volume.Name == mount.Name)));
        var settings = File.ReadLines(Path.Combine(Yaml.Folder, "kubernetes", "settings.env"))
            .Select(line => line.Split('=', 2)).ToDictionary(s => s[0], s => s[1]);
        Assert.Contains(Periop.VolumeMounts, mount => mount.MountPath == settings["SecretsFolder"]);
        Assert.StartsWith(settings["SecretsFolder"], settings["Access__KeyCertificate__Path"], StringComparison.Ordinal);
    }
}
