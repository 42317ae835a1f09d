namespace Periop.Server.Access.Displays;

/// <summary>Which displays a hospital has and had.</summary>
sealed record DisplayListQuestion() : Question("displays");

/// <summary>Every display of a hospital, those that show its board first.</summary>
sealed record DisplayList(IReadOnlyList<Display> Items);

/// <summary>The displays, for those who hang them up.</summary>
sealed class DisplayQuery(Asking asking, DisplayDirectory displays)
{
    public static readonly string[] Roles = [Role.Operations, Role.Admin];

    public Task<Answer<DisplayList>> AskAsync(Caller caller, CancellationToken cancellation) => asking.AskAsync<DisplayList>(
        caller, new DisplayListQuestion(), Roles, async () => new DisplayList(await displays.OfAsync(caller.Hospital, cancellation)),
        list => new Disclosure(list.Items.Count));
}
