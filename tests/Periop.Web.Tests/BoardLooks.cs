using System.Text.Json;
using Microsoft.Playwright;
using Periop.Domain.Cases;
using Periop.Server.Board;
using Periop.Server.Json;
using Periop.Server.Tests;
using Xunit;
using static Periop.Server.Tests.ExampleRooms;

namespace Periop.Web.Tests;

/// <summary>How the server renders any rooms, measured in the browser.</summary>
public sealed class BoardLooks(ListeningHost listening, Chromium chromium) : IClassFixture<ListeningHost>
{
    /// <summary>Rooms and phases whose capitals are lower than a twentieth of the height, or that are cut off, and rows that overlap.</summary>
    const string Wrong = """
        () => {
          const wrong = [];
          const canvas = document.createElement('canvas').getContext('2d');
          for (const row of document.querySelectorAll('.room')) {
            const name = row.ariaLabel, box = row.getBoundingClientRect();
            for (const text of row.querySelectorAll('.tile, .phase')) {
              const style = getComputedStyle(text);
              canvas.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
              const capital = canvas.measureText('H').actualBoundingBoxAscent;
              if (capital < innerHeight / 20) wrong.push(`${name}: capitals of ${capital} px`);
              if (text.scrollWidth > text.clientWidth + 1) wrong.push(`${name}: "${text.textContent.trim()}" is wider than its place`);
            }
            for (const part of row.children) {
              const b = part.getBoundingClientRect();
              if (b.bottom > box.bottom + 1 || b.right > box.right + 1) wrong.push(`${name}: ${part.className} sticks out`);
              if (part.scrollWidth > part.clientWidth + 1 && !part.matches('.what, .foot')) wrong.push(`${name}: ${part.className} is cut off`);
              for (const other of row.children) {
                const o = other.getBoundingClientRect();
                if (part !== other && part.textContent.trim() && other.textContent.trim() && b.width && o.width && b.left < o.right - 1 && o.left < b.right - 1
                  && b.top < o.bottom - 6 && o.top < b.bottom - 6) wrong.push(`${name}: ${part.className} over ${other.className}`);
              }
            }
            for (const badge of row.querySelectorAll('.wflag')) {
              const b = badge.getBoundingClientRect();
              if (b.width && (b.left < box.left - 1 || b.right > box.right + 1)) wrong.push(`${name}: the flag is cut off`);
            }
          }
          return wrong;
        }
        """;

    readonly TestHospital hospital = listening.Host.NewHospital();

    [Theory]
    [InlineData(1920, 1080)]
    [InlineData(3840, 2160)]
    public async Task On_a_wall_rooms_and_phases_have_capitals_of_a_twentieth_of_the_height_and_nothing_is_cut_off(int width, int height)
    {
        await using var visitor = await OpenAsync(width, height, "wall");
        IReadOnlyList<BoardRoom>[] boards =
        [
            [.. All.Take(12)],
            [.. Enumerable.Range(1, 12).Select(n => Occupied($"{n}b", Case(CasePhase.Anesthetized, At(1), entered: At(1), minutes: 1200)))],
            All,
        ];
        foreach (var board in boards)
        {
            await ShowAsync(visitor, board);
            Assert.Empty(await visitor.Page.EvaluateAsync<string[]>(Wrong));
        }
    }

    [Theory]
    [InlineData("wall", "light")]
    [InlineData("wall", "dark")]
    [InlineData("tablet", "light")]
    [InlineData("tablet", "dark")]
    public async Task Everything_is_read_at_seven_to_one_also_without_a_connection(string view, string theme)
    {
        await using var visitor = view == "wall" ? await OpenAsync(1920, 1080, view, theme) : await OpenAsync(1180, 820, view, theme);
        await ShowAsync(visitor, [.. All.Take(12)], isPressed: view == "tablet");
        await Contrast.AssertAsync(visitor.Page, 7);
        await visitor.AssertAccessibleAsync();
        // asked in the same breath: the stream goes on, and a message of it takes the class away again
        Assert.False(await visitor.Page.EvaluateAsync<bool>("""
            () => {
              document.body.classList.add('lost');
              document.querySelector('.age').classList.add('behind');
              return document.querySelector('.for').checkVisibility({ visibilityProperty: true, opacityProperty: true });
            }
            """));
        await Contrast.AssertAsync(visitor.Page, 7);
        visitor.AssertQuiet();
    }

    [Fact]
    public async Task Two_patients_in_a_room_are_both_there_with_a_word_and_a_diamond_and_without_red()
    {
        await using var visitor = await OpenAsync(1920, 1080, "wall");
        await ShowAsync(visitor, [All[11]]);
        var row = visitor.Page.Locator(".room");
        Assert.Equal(["Anesthesia", "Two patients recorded here", "also Closed since 10:41 · Pacemaker · S-02"],
            [await row.Locator(".phase").InnerTextAsync(), await row.Locator(".wflag.att").InnerTextAsync(), await row.Locator(".also").InnerTextAsync()]);
        Assert.False(await row.Locator(".wflag.safety").IsVisibleAsync() || await row.Locator(".tile svg").IsVisibleAsync());
        Assert.True(await row.Locator(".also").EvaluateAsync<bool>("also => also.scrollWidth <= also.clientWidth"));
    }

    [Fact]
    public async Task A_tablet_has_rows_as_high_as_a_finger_needs_and_never_scrolls_sideways()
    {
        await using var visitor = await OpenAsync(1180, 820, "tablet");
        await ShowAsync(visitor, [.. All.Take(12)], isPressed: true);
        await Targets.AssertAsync(visitor.Page, 48);
        Assert.All(await visitor.Page.EvaluateAsync<double[]>("() => [...document.querySelectorAll('.room')].map(row => row.offsetHeight)"),
            height => Assert.True(height >= 104));
        await Targets.AssertFitsAsync(visitor.Page, 1440, 1180, 820, 390);
    }

    /// <summary>Whatever a row showed before; and when time has passed, what the server would render then.</summary>
    [Fact]
    public async Task A_row_that_the_script_writes_is_the_one_that_the_server_renders()
    {
        await using var visitor = await OpenAsync(1920, 1080, "wall");
        BoardRoom[] rooms = [.. All.Select(room => room with { Room = "OR-1" })];
        foreach (var then in new[] { Now, Now.AddMinutes(1), Now.AddHours(3), Now.AddHours(9) })
        {
            string[] before = [.. await HtmlAsync(rooms, Now), .. await HtmlAsync(rooms, Now, isPressed: true)];
            string[] after = [.. await HtmlAsync(rooms, then), .. await HtmlAsync(rooms, then, isPressed: true)];
            var told = rooms.Select(room => JsonSerializer.Serialize(Row(room), PeriopJson.Web));
            var begins = RailScale.Of(new DateOnly(2026, 3, 2), TimeZoneInfo.FindSystemTimeZoneById("Europe/Zurich")).Begins;
            Assert.Empty(await visitor.Page.EvaluateAsync<string[]>("""
                async ([before, after, told, now, begins]) => {
                  const { write, pass } = await import('/js/board-row.js');
                  const row = html => new DOMParser().parseFromString(html, 'text/html').body.firstElementChild;
                  const wrong = [];
                  for (const [index, html] of before.entries())
                    for (const [i, json] of told.entries()) {
                      const expected = row(after[index < told.length ? i : i + told.length]).outerHTML;
                      const [written, said] = [row(html), JSON.parse(json)];
                      write(written, said);
                      pass(written, said, Date.parse(now), Date.parse(begins));
                      if (written.outerHTML !== expected) wrong.push(written.outerHTML, expected);
                    }
                  return wrong.slice(0, 2);
                }
                """, new object[] { before, after, told, $"{then:O}", $"{begins:O}" }));
        }
    }

    async Task<Visitor> OpenAsync(int width, int height, string view, string theme = "light")
    {
        var size = new ViewportSize { Width = width, Height = height };
        var visitor = await Visitor.NewAsync(chromium, listening.Host, new BrowserNewContextOptions { ViewportSize = size });
        await visitor.SignInAsync(hospital, "N-07");
        await visitor.Page.GotoAsync($"/board?view={view}&theme={theme}");
        await Assertions.Expect(visitor.Page.Locator("[data-age]")).ToContainTextAsync("Live");
        return visitor;
    }

    static async Task ShowAsync(Visitor visitor, IReadOnlyList<BoardRoom> rooms, bool isPressed = false) => await visitor.Page.EvaluateAsync(
        "([html, columns]) => { const main = document.querySelector('main'); main.innerHTML = html; main.className = `rooms ${columns}`; }",
        new[] { string.Concat(await HtmlAsync(rooms, Now, isPressed)), rooms.Count > 12 ? "three" : "" });

    static Task<string[]> HtmlAsync(IEnumerable<BoardRoom> rooms, DateTimeOffset now, bool isPressed = false) =>
        Task.WhenAll(rooms.Select(room => Rendered.AsHtmlAsync<RoomRow>(("Row", Row(room, now)), ("IsPressed", isPressed))));
}
