using Spectre.Console;

namespace Periop.Simulator.Playing;

/// <summary>A bar on a terminal; a plain line per tenth where the output goes into a file.</summary>
static class PlayProgress
{
    public static async Task ShowAsync(IAnsiConsole? console, string title, int total, Func<Action<int>, Task> work, string what = "entries")
    {
        if (console is null)
            await work(_ => { });
        else if (console.Profile.Capabilities.Interactive && console.Profile.Out.IsTerminal)
            await console.Progress()
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn(), new SpinnerColumn())
                .StartAsync(progress =>
                {
                    var task = progress.AddTask(Markup.Escape($"{title} ({total} {what})"), maxValue: Math.Max(1, total));
                    return work(entries => task.Increment(entries));
                });
        else
            await work(Lines(console, title, total, what));
    }

    static Action<int> Lines(IAnsiConsole console, string title, int total, string what)
    {
        var gate = new Lock();
        var (done, tenths) = (0, 0);
        return entries =>
        {
            lock (gate)
            {
                done += entries;
                if (10L * done / total is var now && now <= tenths)
                    return;
                tenths = (int)(10L * done / total);
                console.Line($"{title}: {tenths * 10} % ({done} of {total} {what})");
            }
        };
    }
}
