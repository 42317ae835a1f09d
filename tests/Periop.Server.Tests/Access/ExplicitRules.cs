using Xunit;

namespace Periop.Server.Tests.Access;

/// <summary>Whoever adds a way into the program says who may go it. One that says nothing has to be named here.</summary>
public sealed class ExplicitRules(PeriopHost host) : IClassFixture<PeriopHost>
{
    /// <summary>What shows nothing of the record.</summary>
    static readonly string[] ForAnybody =
    [
        "GET /", "GET /display", "GET /health/live", "GET /health/ready", "GET /openapi/v1.json", "GET /reference/favicon.svg",
        "GET /reference/scalar.aspnetcore.js", "GET /reference/scalar.js", "GET /reference/{documentName?}", "GET /sign-in", "GET /signed-out",
        "POST /sign-in", "POST /sign-out", "POST /signed-out",
    ];

    /// <summary>What leads on to something that has roles, or leaves out what the roles of the caller may not see.</summary>
    static readonly string[] ForWhoeverIsSignedIn = ["GET /_framework/opaque-redirect", "GET /as-of", "GET /quality", "GET /quality/waiting"];

    [Fact]
    public void What_is_open_to_anybody_is_named() => AssertNamed(ForAnybody, route => route.IsForAnybody);

    [Fact]
    public void What_is_open_to_whoever_is_signed_in_is_named() =>
        AssertNamed(ForWhoeverIsSignedIn, route => !route.IsForAnybody && route.SaysWhoMay && !route.NamesRoles);

    [Fact]
    public void Whatever_else_there_is_says_who_may_go_it() => AssertNamed([], route => !route.IsForAnybody && !route.SaysWhoMay);

    [Fact]
    public void The_interface_is_for_roles_alone() => Assert.All(host.ApiRoutes(), route => Assert.True(route.NamesRoles, route.Operation));

    void AssertNamed(string[] named, Func<ProgramRoute, bool> isOne) => Assert.Equal(
        named.Order(StringComparer.Ordinal), host.Routes().Where(isOne).Select(route => route.Operation).Distinct().Order(StringComparer.Ordinal));
}
