using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Periop.Server.Access.SignIn;

/// <summary>Sign-ins that came to nothing, by why. Told from the start, so that the first is an increase.</summary>
sealed class SignInMetrics
{
    readonly ConcurrentDictionary<string, long> refused = new(
        [KeyValuePair.Create(NotSignedIn.Away, 0L), KeyValuePair.Create(NotSignedIn.Failed, 0L), KeyValuePair.Create(NotSignedIn.Hospital, 0L)]);

    public SignInMetrics(IMeterFactory meters) => meters.Create(Meters.Periop).CreateObservableCounter(
        "periop.sign_in.refused",
        () => refused.Select(r => new Measurement<long>(r.Value, KeyValuePair.Create<string, object?>("reason", r.Key))), "{sign_in}",
        "Sign-ins that came to nothing by reason: the provider is away, it failed, the hospital is unknown.");

    public void Count(string reason) => refused.AddOrUpdate(reason, 1, (_, before) => before + 1);
}
