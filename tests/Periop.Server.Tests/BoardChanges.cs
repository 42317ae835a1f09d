using CsCheck;
using Periop.Server.Board;
using Periop.Server.Implants;
using Xunit;

namespace Periop.Server.Tests;

/// <summary>
/// Two nodes tell three screens of one board, step by step: no clock, no database. Entries come, time passes, nodes read late, screens are cut off
/// between any two messages and come back to either node.
/// </summary>
public sealed class BoardChanges
{
    enum Step { Entry, Time, Read, Tell, Cut, Connect }

    static readonly Gen<(Step Kind, int Pick)[]> Days =
        Gen.Select(Gen.Frequency((3, Gen.Const(Step.Entry)), (1, Gen.Const(Step.Time)), (3, Gen.Const(Step.Read)), (6, Gen.Const(Step.Tell)),
            (1, Gen.Const(Step.Cut)), (2, Gen.Const(Step.Connect))), Gen.Int[0, 59]).Array[1, 40];

    [Fact]
    public void Whatever_the_order_a_screen_ends_with_the_board_and_is_never_left_with_another_in_silence() => Days.Sample(steps =>
    {
        var hospital = new Rooms();
        Node[] nodes = [new(), new()];
        var screens = Enumerable.Range(0, 3).Select(_ => new Screen()).ToArray();
        foreach (var (kind, pick) in steps)
            Take(kind, pick, screens[pick % screens.Length], nodes[pick / 3 % nodes.Length]);
        foreach (var node in nodes)
            node.Latest = hospital.Read();
        foreach (var screen in screens)
        {
            screen.Connect(screen.Node ?? nodes[0]);
            while (screen.Hear())
            {
                // until nothing is left to say
            }

            screen.ShowsAllOf(hospital.Read().Board);
        }

        void Take(Step kind, int pick, Screen screen, Node node)
        {
            switch (kind)
            {
                case Step.Entry:
                    hospital.Enter(pick % 7);
                    break;
                case Step.Time:
                    hospital.Pass(pick % 7);
                    break;
                case Step.Read:
                    node.Latest = hospital.Read();
                    break;
                case Step.Tell:
                    screen.Hear();
                    break;
                case Step.Cut:
                    screen.Node = null;
                    break;
                default:
                    if (screen.Node is null)
                        node.Latest = hospital.Read();      // whoever comes is shown what is read then
                    screen.Connect(node);
                    break;
            }
        }
    }, iter: 10_000);

    /// <summary>The hospital: what a board of it shows, by an entry or because time has passed.</summary>
    sealed class Rooms
    {
        static readonly DateTimeOffset Begin = new(2026, 3, 2, 6, 0, 0, TimeSpan.Zero);

        readonly SortedDictionary<string, BoardRoom> rooms = [];
        IReadOnlyList<BoardCase> unclosed = [];
        DateTimeOffset now = Begin, entered = Begin, altered = Begin;
        int day;
        long position;

        public void Enter(int what)
        {
            Alter(what);
            (position, entered) = (position + 1, now);
        }

        public void Pass(int what)
        {
            Alter(what);
            altered = now;
        }

        public BoardReading Read() => new(
            new RoomBoard("h", new DateOnly(2026, 3, 2).AddDays(day), "UTC", position, entered, null, unclosed, [.. rooms.Values]), 0,
            new ShownDevices(new HashSet<Guid>(), new HashSet<string>(), [], 0), altered);

        /// <summary>A room looks otherwise, comes or goes, or the list of the unclosed, or the day; or nothing that is shown does.</summary>
        void Alter(int what)
        {
            now = now.AddSeconds(1);
            switch (what)
            {
                case < 3:
                    rooms[$"OR-{what}"] = new BoardRoom($"OR-{what}", "", RoomState.Occupied, now, null, null, []);
                    break;
                case 3:
                    rooms.Remove("OR-2");
                    break;
                case 4:
                    unclosed =
                        [new(Guid.Empty, $"{now}", null, null, null, default, default, now, null, null, null, null, null, null, [])];
                    break;
                case 5:
                    day++;
                    break;
            }
        }
    }

    sealed class Node
    {
        public BoardReading Latest { get; set; } = new Rooms().Read();
    }

    sealed class Screen
    {
        readonly Queue<BoardMessage> onTheirWay = [];
        RoomBoard? shown, told;
        long? seen;

        /// <summary>Where it is connected; null: it is cut off, and what was on its way is lost.</summary>
        public Node? Node { get; set; }

        public void Connect(Node node)
        {
            if (Node is not null)
                return;
            onTheirWay.Clear();
            (Node, told) = (node, node.Latest.Board);
            if (BoardChange.IsNone(seen, node.Latest))
                ShowsAllOf(told);
            else
                onTheirWay.Enqueue(new BoardMessage.Whole(told));
        }

        /// <summary>Takes the next message in, if there is one.</summary>
        public bool Hear()
        {
            if (Node is null)
                return false;
            if (onTheirWay.Count == 0)
            {
                foreach (var change in BoardChange.Between(told!, Node.Latest.Board))
                    onTheirWay.Enqueue(change);
                told = Node.Latest.Board;
            }

            if (!onTheirWay.TryDequeue(out var message))
                return false;
            seen = message.Position;
            shown = message switch
            {
                BoardMessage.Whole whole => whole.Board,
                BoardMessage.Changed changed => shown! with
                { Rooms = [.. shown.Rooms.Where(room => room.Room != changed.Room.Room), changed.Room] },
                _ => shown,
            };
            return true;
        }

        public void ShowsAllOf(RoomBoard board)
        {
            Assert.Equal((board.Date, Words(board.Unclosed)), (shown!.Date, Words(shown.Unclosed)));
            Assert.Equal(Used(board), Used(shown));
        }

        static string Words(IReadOnlyList<BoardCase> cases) => string.Join(' ', cases.Select(c => c.CaseNumber));

        /// <summary>A room that nothing is said of is the same as none.</summary>
        static IEnumerable<(string, DateTimeOffset?)> Used(RoomBoard board) =>
            board.Rooms.Where(room => room.Since is not null).Select(room => (room.Room, room.Since)).OrderBy(room => room.Room, StringComparer.Ordinal);
    }
}
