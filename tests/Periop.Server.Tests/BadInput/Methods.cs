using Periop.Server.Access;
using Periop.Server.Tests.Access;
using Xunit;

namespace Periop.Server.Tests.BadInput;

/// <summary>Each path of the interface by methods that it does not have.</summary>
public sealed class Methods(PeriopHost host) : IClassFixture<PeriopHost>
{
    static readonly string[] Known = ["GET", "POST", "PUT", "DELETE", "PATCH", "NOBODYS"];

    [Fact]
    public async Task A_method_that_a_path_does_not_have_is_answered_with_405_and_those_that_it_has()
    {
        var everybody = host.NewHospital().As(Role.All);
        var routes = host.ApiRoutes();
        foreach (var path in routes.GroupBy(route => route.Path))
            foreach (var method in Known.Except(routes.Where(route => Matches(route.Path, path.Key)).Select(route => route.Method)))
            {
                var answer = await everybody.SendAsync(new HttpMethod(method), path.First().Parameters.Aggregate(
                    path.Key, (filled, name) => filled.Replace($"{{{name}}}", $"{Guid.Empty}")), null);
                answer.IsProblem(405);
                Assert.Superset(path.Select(route => route.Method).ToHashSet(), answer.Headers("Allow").SelectMany(allowed => allowed.Split(", ")).ToHashSet());
            }
    }

    /// <summary>Whether a path may be meant by a route, which has braces where anything may stand.</summary>
    static bool Matches(string route, string path) => route.Split('/') is var one && path.Split('/') is var other && one.Length == other.Length
        && one.Zip(other).All(segments => segments.First == segments.Second || segments.First.StartsWith('{'));
}
