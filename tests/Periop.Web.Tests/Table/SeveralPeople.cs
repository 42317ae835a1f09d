using Microsoft.Playwright;
using Periop.Server.Tests;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Periop.Web.Tests;

/// <summary>Several people at one tablet: each entry is that of whoever recorded it, and of nobody else.</summary>
public sealed class SeveralPeople(ListeningHost listening, Chromium chromium) : IClassFixture<ListeningHost>
{
    const string Pin = "270711";

    readonly TestHospital hospital = listening.Host.NewHospital();

    [Fact]
    public async Task What_one_person_left_waits_unread_while_another_is_signed_in()
    {
        var surgicalCase = await hospital.CaseAsync();
        await using var table = await AtCaseAsync(surgicalCase);
        await LeaveWaitingAsync(table, "room-entry");
        await table.HandToAsync(hospital, "S-07", surgicalCase.Id);
        await table.SaysAsync("1 of others");
        await table.OpenQueueAsync();
        await Expect(table.Sheet).ToContainTextAsync("1 entry by N-07 waits since");
        await Expect(table.Page.Locator("body")).Not.ToContainTextAsync("waiting here");
        Assert.Empty(await table.TypesAsync(surgicalCase.Id));
        await table.HandToAsync(hospital, "N-07", surgicalCase.Id);
        await table.IsSentAsync();
        Assert.Equal(["N-07"], await table.AuthorsAsync(surgicalCase.Id));
    }

    [Fact]
    public async Task Whoever_signs_in_is_told_whose_entries_wait_here()
    {
        var surgicalCase = await hospital.CaseAsync();
        await using var table = await AtCaseAsync(surgicalCase);
        await LeaveWaitingAsync(table, "room-entry");
        await table.Page.GotoAsync($"/sign-in?hospital={hospital.Id}");
        await Expect(table.Page.Locator("#waiting")).ToContainTextAsync("1 entry by N-07 waits on this device since");
        await Expect(table.Page.Locator("#waiting")).Not.ToContainTextAsync("In room");
        await table.Visitor.AssertAccessibleAsync();
    }

    /// <summary>Tabs share cookies: what a page believes of who is signed in is not enough.</summary>
    [Fact]
    public async Task A_tap_in_a_tab_of_somebody_who_is_no_longer_signed_in_is_not_recorded_under_the_next_ones_name()
    {
        var surgicalCase = await hospital.CaseAsync();
        await using var table = await AtCaseAsync(surgicalCase);
        await SignInElsewhereAsync(table, "S-07");
        await Expect(table.Head).ToContainTextAsync("you are N-07");
        await table.TapAsync("room-entry");
        await table.SaysAsync("1 of others");
        await Expect(table.Head).ToContainTextAsync("you are S-07");
        Assert.Empty(await table.TypesAsync(surgicalCase.Id));
        Assert.Equal("N-07", Assert.Single(await table.KeepsAsync("queue"))["author"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_has_waited_for_an_hour_for_somebody_else_can_be_sent_for_them_and_says_so()
    {
        var surgicalCase = await hospital.CaseAsync();
        await using var table = await AtCaseAsync(surgicalCase);
        await LeaveWaitingAsync(table, "room-entry");
        await table.HandToAsync(hospital, "S-07", surgicalCase.Id);
        await table.OpenQueueAsync();
        var send = table.Sheet.GetByRole(AriaRole.Button, new() { Name = "Send them for N-07" });
        await Expect(table.Sheet).ToContainTextAsync("1 entry by N-07 waits since");
        await Expect(send).ToHaveCountAsync(0);
        await table.TapAsync("close");
        await table.PassAsync(TimeSpan.FromMinutes(61));
        await table.OpenQueueAsync();
        await send.ClickAsync();
        await table.IsSentAsync();
        var entry = Assert.Single(await table.RecordedAsync(surgicalCase.Id));
        Assert.Equal(("S-07", "N-07"), (entry["recordedBy"]!.GetValue<string>(), entry["recordedFor"]!.GetValue<string>()));
        Assert.Contains("sent-by-another", (await surgicalCase.ReadAsync()).Flags);
    }

    [Fact]
    public async Task Without_a_network_the_next_one_says_who_they_are_by_pin_and_is_who_recorded()
    {
        var surgicalCase = await hospital.CaseAsync();
        await using var table = await WithPinOfSurgeonAsync(surgicalCase);
        await table.GoOfflineAsync();
        await table.TapAsync("room-entry");
        await table.SaysAsync("1 waiting");
        await table.SayWhoAsync("S-07", Pin);
        await Expect(table.Head).ToContainTextAsync("you are S-07");
        await table.TapAsync("close", "anesthesia-start", "choose-general");
        await table.SaysAsync("1 waiting");
        await table.GoOnlineAsync();
        await table.NoticesAsync("Sign in as S-07 to send 1 entry.");
        await Eventually.BecomesAsync(() => table.AuthorsAsync(surgicalCase.Id), authors => authors is ["N-07"], "what N-07 recorded is sent");
        await Expect(table.Head).ToContainTextAsync("you are S-07");
        await table.HandToAsync(hospital, "S-07", surgicalCase.Id);
        await table.IsSentAsync();
        Assert.Equal(["N-07", "S-07"], await table.AuthorsAsync(surgicalCase.Id));
    }

    [Fact]
    public async Task Whoever_is_signed_in_is_back_by_a_tap_once_there_is_a_network()
    {
        var surgicalCase = await hospital.CaseAsync();
        await using var table = await WithPinOfSurgeonAsync(surgicalCase);
        await table.GoOfflineAsync();
        await table.SayWhoAsync("S-07", Pin);
        await Expect(table.Head).ToContainTextAsync("you are S-07");
        await table.TapAsync("close");
        await table.GoOnlineAsync();
        await table.NoticesAsync("S-07 is not signed in.");
        await table.TapAsync("is-back", "room-entry");
        await table.IsSentAsync();
        Assert.Equal(["N-07"], await table.AuthorsAsync(surgicalCase.Id));
    }

    [Fact]
    public async Task A_pin_opens_nothing_and_five_wrong_ones_lock_it()
    {
        var surgicalCase = await hospital.CaseAsync();
        await using var table = await WithPinOfSurgeonAsync(surgicalCase);
        await table.GoOfflineAsync();
        await table.TapAsync("room-entry");
        await table.SaysAsync("1 waiting");
        for (var time = 1; time < 5; time++)
        {
            await table.SayWhoAsync("S-07", $"00000{time}");
            await Expect(table.Sheet).ToContainTextAsync("That is not the PIN.");
            await table.TapAsync("close");
        }

        await table.SayWhoAsync("S-07", "000000");
        await Expect(table.Sheet).ToContainTextAsync("Five wrong ones: S-07 has to sign in.");
        await table.SayWhoAsync("S-07", Pin);
        await Expect(table.Sheet).ToContainTextAsync("Five wrong ones: S-07 has to sign in.");
        await Expect(table.Head).ToContainTextAsync("you are N-07");
        Assert.DoesNotContain(Pin, string.Concat((await table.KeepsAsync("people")).Select(person => person.ToJsonString())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_recorded_without_a_name()
    {
        var surgicalCase = await hospital.CaseAsync();
        await using var table = await WithPinOfSurgeonAsync(surgicalCase);
        await table.Page.GotoAsync("/board");
        await table.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Expect(table.Page.Locator("#waiting")).ToHaveAttributeAsync("data-told", "");
        await table.GoOfflineAsync();
        await table.Page.GotoAsync($"/cases/{surgicalCase.Id}");
        await table.NoticesAsync("Nothing is recorded without a name.");
        await table.TapAsync("tool-Times", "time-room-entry");
        Assert.Empty(await table.KeepsAsync("queue"));
        await table.SayWhoAsync("S-07", Pin);
        await table.TapAsync("close", "room-entry");
        await table.SaysAsync("1 waiting");
        Assert.Equal("S-07", Assert.Single(await table.KeepsAsync("queue"))["author"]!.GetValue<string>());
    }

    [Fact]
    public async Task Whoever_signs_in_in_one_tab_is_who_records_in_all_of_them()
    {
        var surgicalCase = await hospital.CaseAsync();
        await using var table = await AtCaseAsync(surgicalCase);
        var other = await table.NewTabAsync(hospital);
        await other.HandToAsync(hospital, "S-07", surgicalCase.Id);
        await Expect(table.Head).ToContainTextAsync("you are S-07");
        await table.TapAsync("room-entry");
        await table.IsSentAsync();
        Assert.Equal(["S-07"], await table.AuthorsAsync(surgicalCase.Id));
    }

    [Fact]
    public async Task What_somebody_is_typing_is_not_lost_when_the_page_is_painted_anew()
    {
        await using var table = await AtCaseAsync(await hospital.CaseAsync());
        await table.OpenQueueAsync();
        var field = table.Page.GetByLabel("PIN of N-07");
        await field.PressSequentiallyAsync("270");
        var before = await field.ElementHandleAsync();
        await table.PassAsync(Tablet.Again);
        await before.WaitForElementStateAsync(ElementState.Hidden);
        await Expect(field).ToBeFocusedAsync();
        await Expect(field).ToHaveValueAsync("270");
    }

    async Task<TablePage> AtCaseAsync(TestCase surgicalCase)
    {
        var table = await Tablet.NewAsync(chromium, hospital);
        await table.OpenToKeepAsync(surgicalCase.Id);
        return table;
    }

    /// <summary>A tablet of the nurse on which the surgeon has set a PIN.</summary>
    async Task<TablePage> WithPinOfSurgeonAsync(TestCase surgicalCase)
    {
        var table = await Tablet.NewAsync(chromium, hospital, "S-07");
        await table.OpenToKeepAsync(surgicalCase.Id);
        await table.SetPinAsync("S-07", Pin);
        await table.HandToAsync(hospital, "N-07", surgicalCase.Id);
        await table.OpenToKeepAsync(surgicalCase.Id);
        return table;
    }

    /// <summary>No page of ours is told.</summary>
    async Task SignInElsewhereAsync(TablePage table, string subject)
    {
        var origin = hospital.Host.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);
        var form = table.Visitor.Context.APIRequest.CreateFormData();
        form.Set("subject", subject).Set("hospital", hospital.Id);
        var headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Origin"] = origin };
        Assert.True((await table.Visitor.Context.APIRequest.PostAsync("/sign-in", new() { Form = form, Headers = headers })).Ok);
    }

    static async Task LeaveWaitingAsync(TablePage table, params string[] keys)
    {
        await table.GoOfflineAsync();
        await table.TapAsync(keys);
        await table.SaysAsync($"{keys.Length} waiting");
        await table.Page.GotoAsync("about:blank");
        await table.GoOnlineAsync();
    }
}
