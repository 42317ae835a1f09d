using Microsoft.AspNetCore.Components;
using Periop.Server.Access;
using Periop.Server.Hospitals;
using Periop.Server.Http;
using Periop.Server.Shell;

namespace Periop.Server.Register;

/// <summary>
/// A page that the register answers. Its address says all that is asked, also as of when, so that it gives the same figures again; an address
/// that leaves something to choose leads to one that does not.
/// </summary>
public abstract class RegisterPage : ComponentBase
{
    /// <summary>Names what was just recorded into: the page waits a moment until the register knows of it.</summary>
    const string After = "after";

    [CascadingParameter]
    public HttpContext Http { get; set; } = null!;

    [Inject]
    protected HospitalDirectory Hospitals { get; set; } = null!;

    [Inject]
    private protected RegisterReader Registers { get; set; } = null!;

    [Inject]
    protected TimeProvider Clock { get; set; } = null!;

    protected Caller Caller => Http.User.Caller();

    protected Hospital Hospital => Hospitals[Http.User.Hospital()];

    private protected TimeWords Words => new(Hospital.TimeZone);

    protected PageAddress Here => PageAddress.Of(Http.Request);

    protected CancellationToken Cancellation => Http.RequestAborted;

    /// <summary>What of the address cannot be read.</summary>
    protected IResult? Problem { get; set; }

    /// <summary>Why there is no answer.</summary>
    protected NoAnswer? Why { get; set; }

    /// <summary>What is asked for.</summary>
    private protected abstract RegisterTable Table { get; }

    /// <summary>The parameters that the page knows.</summary>
    protected abstract IEnumerable<string> Known { get; }

    /// <summary>Reads the address and asks.</summary>
    protected abstract Task AskAsync();

    /// <summary>What is asked where the address does not say.</summary>
    protected virtual Task<PageAddress> CompleteAsync(PageAddress asked) => Task.FromResult(asked);

    protected sealed override async Task OnInitializedAsync()
    {
        Problem = QueryParameters.WhyNot(Http.Request.Query, [.. Known, After, PageAddress.Own, PageAddress.Theme]);
        if (Problem is not null)
            return;
        if (Guid.TryParse(Here[After], out var stream))
            await Registers.WhenKnownAsync(Table, Caller.Hospital, register => register.KnowsAllOfAsync(Caller.Hospital, stream, Cancellation), Cancellation);
        var asked = Here.Without(After, PageAddress.Own);
        if (asked["asOf"] is null)
        {
            var latest = await Registers.LatestAsync(Table, Caller.Hospital, Cancellation);
            if (latest.Value is not { } known)
            {
                Why = latest.Why;
                return;
            }

            asked = asked.With("asOf", AsOf.Written(known.AsOf));
        }

        asked = await CompleteAsync(asked);
        if (asked.ToString() == Here.ToString() && !Here.HasEmpty)
            await AskAsync();
        else
            Http.Response.Redirect(asked.ToString());
    }

    /// <summary>The value; without one, the page says why.</summary>
    private protected T? Take<T>(Answer<T> answer) where T : class
    {
        Why ??= answer.Why;
        return answer.Value;
    }
}
