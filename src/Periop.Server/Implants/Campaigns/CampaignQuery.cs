using Periop.Domain.Implants;
using Periop.Domain.Register;
using Periop.Server.Access;
using Periop.Server.Hospitals;
using Periop.Server.Register;

namespace Periop.Server.Implants.Campaigns;

/// <summary>Every campaign, and how far it has come.</summary>
sealed record CampaignListQuestion(DateTimeOffset? AsOf) : Question("recall-campaigns");

/// <summary>Every case of a campaign.</summary>
sealed record CampaignQuestion(string Notice, DateTimeOffset? AsOf) : Question("recall-campaign");

/// <summary>Where the next part of a list of campaigns or cases begins, and the instant that the first one is for.</summary>
sealed record CampaignCursor(DateTimeOffset At, string Id, DateTimeOffset AsOf, int Engine);

/// <summary>A part of such a list.</summary>
/// <param name="Campaign">The campaign that the cases are of; null in the list of campaigns.</param>
sealed record CampaignPart<T>(
    IReadOnlyList<T> Items, CampaignCursor? Next, CampaignSummary? Campaign, int Engine, DateTimeOffset AsOf, long Behind)
    : SettledPart<T, CampaignCursor>(Items, Next, Engine, AsOf, Behind);

/// <summary>
/// Recall campaigns: a question over the register. What is open and what is overdue is worked out when it is asked; days that pass write nothing.
/// </summary>
sealed class CampaignQuery(Asking asking, RegisterReader registers, HospitalDirectory hospitals)
{
    public static readonly string[] Roles = [Role.Quality];

    public Task<Answer<CampaignPart<CampaignSummary>>> AskAsync(
        Caller caller, CampaignListQuestion question, CampaignCursor? after, int count, CancellationToken cancellation) =>
        asking.AskPartAsync(caller, List(caller, question), after, count, cancellation);

    public Task<Answer<Whole<CampaignSummary, CampaignPart<CampaignSummary>>>> AskAllAsync(
        Caller caller, CampaignListQuestion question, CancellationToken cancellation) =>
        asking.AskAllAsync(caller, List(caller, question), cancellation);

    public Task<Answer<CampaignPart<CampaignCase>>> AskAsync(
        Caller caller, CampaignQuestion question, CampaignCursor? after, int count, CancellationToken cancellation) =>
        asking.AskPartAsync(caller, List(caller, question), after, count, cancellation);

    public Task<Answer<Whole<CampaignCase, CampaignPart<CampaignCase>>>> AskAllAsync(
        Caller caller, CampaignQuestion question, CancellationToken cancellation) =>
        asking.AskAllAsync(caller, List(caller, question), cancellation);

    /// <summary>How many cases of all campaigns nobody has closed.</summary>
    public async Task<int> CountWaitingAsync(RegisterSnapshot register, string hospital, CancellationToken cancellation)
    {
        var reader = new CampaignReader(register, hospital);
        var campaigns = (await reader.RecallsAsync(cancellation)).Select(c => c.ToArray()).ToArray();
        return (await CasesAsync(reader, campaigns, register.AsOf, hospital, cancellation)).Sum(c => c.Count(of => of.State is not CampaignState.Closed));
    }

    ListQuestion<CampaignSummary, CampaignCursor, CampaignPart<CampaignSummary>> List(Caller caller, CampaignListQuestion question) =>
        new(question, Roles, (after, count, cancellation) => ReadAsync(caller.Hospital, question.AsOf, after, async register =>
        {
            var reader = new CampaignReader(register, caller.Hospital);
            // newest first
            var campaigns = (await reader.RecallsAsync(cancellation)).Select(c => c.ToArray())
                .OrderByDescending(c => c[0].Row.AnnouncedAt).ThenBy(c => c[0].Row.Campaign, StringComparer.Ordinal)
                .Where(c => after is null || c[0].Row.AnnouncedAt < after.At
                    || (c[0].Row.AnnouncedAt == after.At && string.CompareOrdinal(c[0].Row.Campaign, after.Id) > 0))
                .Take(count + 1).ToArray();
            var cases = await CasesAsync(reader, campaigns, register.AsOf, caller.Hospital, cancellation);
            var summaries = campaigns.Zip(cases, CampaignSummary.Of).ToArray();
            return await PartAsync(register, null, summaries, count, last => (last.AnnouncedAt, last.Notice), cancellation);
        }, cancellation));

    ListQuestion<CampaignCase, CampaignCursor, CampaignPart<CampaignCase>> List(Caller caller, CampaignQuestion question) =>
        new(question, Roles, (after, count, cancellation) => ReadAsync<CampaignCase>(caller.Hospital, question.AsOf, after, async register =>
        {
            var reader = new CampaignReader(register, caller.Hospital);
            (Guid Id, RecallRow Row)[] recalls = [.. (await reader.RecallsAsync(cancellation))[DeviceText.Key(question.Notice) ?? question.Notice]];
            if (recalls.Length == 0)
                return new NoAnswer.NotFound();
            var cases = (await CasesAsync(reader, [recalls], register.AsOf, caller.Hospital, cancellation))[0];
            // who has waited longest first
            var rest = cases.OrderBy(c => c.AffectedSince).ThenBy(c => $"{c.CaseId}", StringComparer.Ordinal)
                .Where(c => after is null || c.AffectedSince > after.At
                    || (c.AffectedSince == after.At && string.CompareOrdinal($"{c.CaseId}", after.Id) > 0))
                .Take(count + 1).ToArray();
            return await PartAsync(
                register, CampaignSummary.Of(recalls, cases), rest, count, last => (last.AffectedSince, $"{last.CaseId}"), cancellation);
        }, cancellation), line => line.CaseId);

    /// <summary>The cases of each campaign, however many there are, in two round trips.</summary>
    async Task<IReadOnlyList<IReadOnlyList<CampaignCase>>> CasesAsync(
        CampaignReader reader, IReadOnlyList<(Guid Id, RecallRow Row)[]> campaigns, DateTimeOffset asOf, string hospital, CancellationToken cancellation)
    {
        var devices = await reader.DevicesAsync([.. campaigns.SelectMany(c => c)], cancellation);
        var closures = await reader.ClosuresAsync([.. campaigns.Select(c => CampaignReader.KeyOf(c[0].Row))], cancellation);
        return [.. campaigns.Select(recalls => (IReadOnlyList<CampaignCase>)[.. recalls.SelectMany(r => devices[r.Id]).GroupBy(d => d.CaseId).Select(
            c => CampaignCase.Of(
                [.. c], closures[(CampaignReader.KeyOf(recalls[0].Row), c.Key)], CampaignSummary.EndOf(recalls), asOf, hospitals[hospital]))])];
    }

    async Task<Answer<CampaignPart<T>>> ReadAsync<T>(
        string hospital, DateTimeOffset? asOf, CampaignCursor? after, Func<RegisterSnapshot, Task<Answer<CampaignPart<T>>>> read,
        CancellationToken cancellation)
    {
        var opening = await registers.OpenAsync(RegisterTable.Closures, hospital, after?.AsOf ?? asOf, after?.Engine, cancellation);
        if (opening is not RegisterOpening.Opened { Register: var register })
            return opening.Why!;
        await using (register)
            return await read(register);
    }

    static async Task<Answer<CampaignPart<T>>> PartAsync<T>(
        RegisterSnapshot register, CampaignSummary? campaign, IReadOnlyList<T> oneMore, int count, Func<T, (DateTimeOffset At, string Id)> place,
        CancellationToken cancellation)
    {
        var part = Part<T, CampaignCursor>.Of(
            oneMore, count, last => new CampaignCursor(place(last).At, place(last).Id, register.AsOf, register.Version));
        return new CampaignPart<T>(part.Items, part.Next, campaign, register.Version, register.AsOf, await register.BehindAsync(cancellation));
    }
}
