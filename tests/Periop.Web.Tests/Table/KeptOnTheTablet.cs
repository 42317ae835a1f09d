using Microsoft.Playwright;
using Periop.Server.Tests;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Periop.Web.Tests;

/// <summary>What a tablet keeps, what it does not, and what it says when its browser lets it down.</summary>
public sealed class KeptOnTheTablet(ListeningHost listening, Chromium chromium) : IClassFixture<ListeningHost>
{
    internal const string NeverComplete = """
        const real = IDBDatabase.prototype.transaction;
        IDBDatabase.prototype.transaction = function (store, mode, options) {
          return mode === 'readwrite' && store === 'queue' ? { objectStore: () => ({ put: () => ({}) }) } : real.call(this, store, mode, options);
        };
        """;

    /// <summary>The request succeeds, and yet nothing is kept.</summary>
    const string AbortAfterSuccess = """
        const real = IDBObjectStore.prototype.put;
        IDBObjectStore.prototype.put = function (value) {
          const request = real.call(this, value);
          if (this.name === 'queue') request.addEventListener('success', () => this.transaction.abort());
          return request;
        };
        """;

    /// <summary>What the queue keeps it keeps, but the page is told only when it asks to be.</summary>
    const string Late = """
        () => {
          const real = IDBDatabase.prototype.transaction, complete = [];
          IDBDatabase.prototype.transaction = function (store, mode, options) {
            const transaction = real.call(this, store, mode, options);
            if (mode === 'readwrite' && store === 'queue')
              Object.defineProperty(transaction, 'oncomplete', { set: listener => complete.push(listener) });
            return transaction;
          };
          window.beTold = () => {
            IDBDatabase.prototype.transaction = real;
            complete.forEach(listener => listener());
          };
        }
        """;

    /// <summary>What is to be dropped is not, and nothing is said of it.</summary>
    const string NeverDropped = """
        () => {
          IDBObjectStore.prototype.delete = function () {
            Object.defineProperty(this.transaction, 'oncomplete', { set() {} });
            return {};
          };
        }
        """;

    const string NoDatabase = """
        indexedDB.open = () => { throw new DOMException('It is forbidden here.', 'SecurityError'); };
        """;

    readonly TestHospital hospital = listening.Host.NewHospital();

    [Theory]
    [InlineData(NeverComplete)]
    [InlineData(AbortAfterSuccess)]
    public async Task What_is_not_kept_within_two_seconds_is_to_be_written_down_and_is_sent_all_the_same(string fault)
    {
        var surgicalCase = await hospital.CaseAsync();
        await using var table = await AtCaseAsync(surgicalCase, fault);
        await table.GoOfflineAsync();
        await table.TapAsync("room-entry");
        await table.PassAsync(TimeSpan.FromSeconds(2));
        await Expect(table.Page.Locator("#alarm")).ToHaveTextAsync("In room is not kept on this tablet. Write the time down.");
        await table.NoticesAsync("This tablet cannot keep entries. Write times down.");
        await table.GoOnlineAsync();
        await table.IsSentAsync();
        Assert.Single(await table.TypesAsync(surgicalCase.Id));
    }

    [Fact]
    public async Task What_is_kept_late_is_said_to_be_kept_after_all()
    {
        await using var table = await AtCaseAsync(await hospital.CaseAsync());
        await table.GoOfflineAsync();
        await TapToKeepLateAsync(table, "room-entry");
        await table.NoticesAsync("This tablet cannot keep entries.");
        await BeToldAsync(table);
        await Expect(table.NoticeOf("This tablet cannot keep entries.")).ToHaveCountAsync(0);
        await table.SaysAsync("1 waiting");
    }

    [Fact]
    public async Task What_was_tapped_by_mistake_and_is_kept_late_is_kept_no_longer()
    {
        await using var table = await AtCaseAsync(await hospital.CaseInRoomAsync());
        await TapToKeepLateAsync(table, "tool-Times", "time-incision");
        await table.AnswerAsync("mistake");
        await BeToldAsync(table);
        await Eventually.BecomesAsync(() => table.KeepsAsync("queue"), queue => queue.Count == 0, "nothing of it is kept");
    }

    [Fact]
    public async Task A_tablet_that_does_not_drop_what_is_sent_keeps_no_tab_from_sending()
    {
        var surgicalCase = await hospital.CaseAsync();
        await using var table = await AtCaseAsync(surgicalCase);
        var other = await table.NewTabAsync(hospital);
        await other.OpenAsync(surgicalCase.Id);
        await table.Page.EvaluateAsync(NeverDropped);
        await table.TapAsync("room-entry");
        await Eventually.BecomesAsync(() => table.TypesAsync(surgicalCase.Id), types => types.Count == 1, "it is sent");
        await other.TapAsync("anesthesia-start", "choose-general");
        await table.IsSentAsync();
        await other.IsSentAsync();
        Assert.Equal(["anesthesia_started", "patient_entered_room"], (await table.TypesAsync(surgicalCase.Id)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_browser_that_does_not_promise_to_keep_anything_is_said_where_one_looks_what_waits()
    {
        await using var table = await AtCaseAsync(await hospital.CaseAsync(), "navigator.storage.persist = navigator.storage.persisted = async () => false;");
        await table.OpenQueueAsync();
        await Expect(table.Sheet).ToContainTextAsync("This browser has not promised to keep what waits here");
    }

    [Fact]
    public async Task What_waits_is_warned_of_after_a_quarter_of_an_hour_and_an_alarm_after_an_hour()
    {
        await using var table = await AtCaseAsync(await hospital.CaseAsync());
        await table.GoOfflineAsync();
        await table.TapAsync("room-entry");
        await table.NoticesAsync("No network. Keep recording.");
        await Expect(table.NoticeOf("Entries wait")).ToHaveCountAsync(0);
        await table.PassAsync(TimeSpan.FromMinutes(16));
        await table.NoticesAsync("Entries wait for over 15 minutes.");
        await table.PassAsync(TimeSpan.FromMinutes(45));
        await table.NoticesAsync("Entries wait for over an hour.");
    }

    [Fact]
    public async Task What_waits_can_be_printed_as_a_list()
    {
        await using var table = await AtCaseAsync(await hospital.CaseAsync(), "window.print = () => { window.isPrinted = true; };");
        await table.GoOfflineAsync();
        await table.TapAsync("room-entry", "anesthesia-start", "choose-general");
        await table.OpenQueueAsync();
        await table.Sheet.GetByRole(AriaRole.Button, new() { Name = "Print what waits" }).ClickAsync();
        Assert.True(await table.Page.EvaluateAsync<bool>("() => window.isPrinted"));
        await table.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(table.Sheet.Locator("ol.q li:visible")).ToContainTextAsync(["In room", "Anesthesia starts, general"]);
        await Expect(table.Page.Locator("#tools")).ToBeHiddenAsync();
        await Expect(table.Page.Locator(".next")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_database_that_is_deleted_under_the_page_is_said_with_what_it_held()
    {
        await using var table = await AtCaseAsync(await hospital.CaseAsync());
        await table.GoOfflineAsync();
        await table.TapAsync("room-entry");
        await table.SaysAsync("1 waiting");
        await table.Page.EvaluateAsync("() => new Promise(done => { indexedDB.deleteDatabase('periop').onsuccess = () => done(null); })");
        await table.NoticesAsync("This tablet lost 1 entry that had not been sent.");
        await Expect(table.NoticeOf("This tablet lost")).ToContainTextAsync("In room");
        await table.GoOnlineAsync();
        await table.SaysAsync("1 lost");
    }

    [Fact]
    public async Task A_queue_that_cannot_be_read_for_a_moment_is_not_taken_for_an_empty_one()
    {
        var surgicalCase = await hospital.CaseAsync();
        await using var table = await AtCaseAsync(surgicalCase);
        await table.GoOfflineAsync();
        await table.TapAsync("room-entry");
        await table.SaysAsync("1 waiting");
        await table.Page.EvaluateAsync("() => { IDBObjectStore.prototype.getAll = () => { throw new DOMException('', 'UnknownError'); }; }");
        await table.GoOnlineAsync();
        await table.IsSentAsync();
        Assert.Single(await table.TypesAsync(surgicalCase.Id));
    }

    [Fact]
    public async Task Where_nothing_can_be_kept_it_is_said_at_sign_in_and_recording_online_goes_on()
    {
        var surgicalCase = await hospital.CaseAsync();
        await using var table = await Tablet.NewAsync(chromium, hospital, script: NoDatabase);
        await table.Page.GotoAsync("/sign-in");
        await Expect(table.Page.Locator("#waiting")).ToContainTextAsync("This browser keeps nothing");
        await table.Page.GotoAsync($"/cases/{surgicalCase.Id}");
        await table.NoticesAsync("This tablet cannot keep entries. Write times down. Recording online still works.");
        await Expect(table.Head).ToContainTextAsync("you are N-07");
        await table.TapAsync("room-entry", "anesthesia-start", "choose-general");
        await table.IsSentAsync();
        Assert.Equal(["patient_entered_room", "anesthesia_started"], await table.TypesAsync(surgicalCase.Id));
    }

    [Fact]
    public async Task Only_the_shell_is_cached()
    {
        await using var table = await AtCaseAsync(await hospital.CaseInOperationAsync());
        var cached = await table.Page.EvaluateAsync<string[]>("""
            async () => {
              const found = [];
              for (const name of await caches.keys())
                for (const request of await (await caches.open(name)).keys()) found.push(new URL(request.url).pathname);
              return found;
            }
            """);
        Assert.Contains("/cases/new", cached);
        Assert.All(cached, path => Assert.Matches(@"^(/cases/new|/icon\.svg|/(css|js)/[\w/-]+\.(css|js))$", path));
    }

    [Fact]
    public async Task The_board_prepares_a_tablet_for_the_cases_of_its_room_without_texts()
    {
        var surgicalCase = await hospital.CaseInOperationAsync("OR-2");
        await surgicalCase.RecordedAsync("blood-loss", new { cumulativeMl = 300, note = "as the ward had said" });
        await hospital.CaseAsync("OR-3");
        await using var table = await Tablet.NewAsync(chromium, hospital, script: "localStorage.setItem('periop.room', 'OR-2');");
        await table.Page.GotoAsync("/board");
        await table.UntilAsync(
            """
            async () => {
              const isActive = (await navigator.serviceWorker.getRegistration('/cases/'))?.active?.state === 'activated';
              return isActive && (await indexedDB.databases()).some(one => one.name === 'periop');
            }
            """,
            "the shell is kept");
        var kept = await Eventually.BecomesAsync(() => table.KeepsAsync("cases"), cases => cases.Count > 0, "the case of the room is kept");
        Assert.Equal(surgicalCase.Id, Assert.Single(kept)["caseId"]!.GetValue<Guid>());
        Assert.DoesNotContain("ward", kept[0].ToJsonString(), StringComparison.Ordinal);
        Assert.True(await table.Page.EvaluateAsync<bool>("async () => Boolean(await caches.match('/cases/new'))"));
    }

    [Fact]
    public async Task Signing_out_leaves_nothing_but_what_waits()
    {
        await using var table = await AtCaseAsync(await hospital.CaseInRoomAsync());
        await table.TapAsync("tool-Times", "time-incision");
        await table.SaysAsync("1 needs you");
        Assert.NotEmpty(await table.KeepsAsync("cases"));
        await table.Page.GotoAsync("/board");
        await table.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await table.Page.GetByRole(AriaRole.Button, new() { Name = "1 entry not sent from here. Sign out all the same" }).ClickAsync();
        await Expect(table.Page.Locator("#waiting")).ToContainTextAsync("1 entry by N-07 waits on this device");
        await Eventually.BecomesAsync(() => table.KeepsAsync("cases"), cases => cases.Count == 0, "the cases are gone");
        Assert.Single(await table.KeepsAsync("queue"));
        Assert.DoesNotContain(await table.KeepsAsync("settings"), setting => setting["key"]!.GetValue<string>() == "sitting");
    }

    /// <summary>What is tapped last is given up as not kept.</summary>
    static async Task TapToKeepLateAsync(TablePage table, params string[] keys)
    {
        await table.Page.EvaluateAsync(Late);
        await table.TapAsync(keys);
        await table.PassAsync(TimeSpan.FromSeconds(2));
    }

    static async Task BeToldAsync(TablePage table)
    {
        Assert.Single(await table.KeepsAsync("queue"));
        await table.Page.EvaluateAsync("() => beTold()");
    }

    async Task<TablePage> AtCaseAsync(TestCase surgicalCase, string? script = null)
    {
        var table = await Tablet.NewAsync(chromium, hospital, script: script);
        await table.OpenToKeepAsync(surgicalCase.Id);
        return table;
    }
}
