// The board, live. It keeps to the server's clock, never to that of the screen, and says so when it has not been told anything for a while.
import { pass, put, write } from './board-row.js';
import { showSome } from './board-rooms.js';

const stream = '/api/board/rows', silent = 10_000, again = 3_000;
const main = document.querySelector('main.rooms');
const rows = new Map([...main.querySelectorAll('.room')].map(row => [row.dataset.room, row]));
const told = new Map();
const heads = [...document.querySelectorAll('[data-head]')];
const { timeZone, release, night } = main.dataset;
const factor = Number(main.dataset.factor);
const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
const calm = matchMedia('(prefers-reduced-motion: reduce)');
const themed = new URLSearchParams(location.search).has('theme');

let at = Date.parse(main.dataset.at), heard = performance.now(), railBegins = Date.parse(main.dataset.railBegins);
let head = null, lost = false, signedOut = false, source, silence;

const now = () => at + (performance.now() - heard) * factor;

function listen() {
  source?.close();
  source = new EventSource(stream);
  for (const type of ['snapshot', 'change', 'ping'])
    source.addEventListener(type, event => hear(type, JSON.parse(event.data)));
  source.addEventListener('error', () => {
    if (source.readyState === EventSource.CLOSED) setTimeout(retry, again);
  });
  expect();
}

/** The browser tries again by itself after a cut, but not after an answer that is none; and it does not notice a line that is dead. */
async function retry() {
  const asked = new AbortController();
  const status = await fetch(stream, { signal: asked.signal }).then(answer => answer.status, () => 0);
  asked.abort();
  signedOut = status === 401;
  if (signedOut && main.dataset.pairing) return location.assign(main.dataset.pairing);      // ended: it shows a code again
  if (signedOut && !('display' in main.dataset)) return location.reload();
  if (status === 200) listen();
  else setTimeout(retry, again);
}

function expect() {
  clearTimeout(silence);
  silence = setTimeout(() => {
    lost = true;
    tick();
    put(document.querySelector('[data-alarm]'), `Connection lost. What is shown is as of ${clock.format(at)}.`);
    if (source.readyState !== EventSource.CLOSED) listen();
  }, silent);
}

function hear(type, screen) {
  [at, heard, railBegins] = [Date.parse(screen.at), performance.now(), Date.parse(screen.railBegins)];
  const others = type === 'snapshot' && (screen.rows.length !== rows.size || !('answered' in main.dataset));
  if (others || screen.release !== release || screen.rows.some(room => room.isGone || !rows.has(room.room))) reload();
  ({ head } = screen);
  for (const place of heads) put(place, head[place.dataset.head]);
  for (const room of screen.rows) show(room);
  [lost, signedOut] = [false, false];
  put(document.querySelector('[data-alarm]'), '');
  expect();
  tick();
  showSome();
}

function show(room) {
  const [row, before, text] = [rows.get(room.room), told.get(room.room), JSON.stringify([room.spoken, room.also, room.nextAt, room.next])];
  if (!row) return;
  told.set(room.room, { ...room, text });
  write(row, room);
  if (before && before.text !== text && !calm.matches)
    row.animate({ backgroundColor: ['var(--accent-soft)', 'transparent'] }, 240);
}

/** Rooms that come and go are rendered by the server; not again and again, should it disagree with itself. */
function reload() {
  const passed = Date.now() - Number(sessionStorage.getItem('reloaded') ?? 0);
  if (passed < silent) return setTimeout(reload, silent - passed);
  sessionStorage.setItem('reloaded', String(Date.now()));
  location.reload();
}

function tick() {
  const instant = now(), time = clock.format(instant), stopped = lost || head?.isHalted === true;
  put(document.querySelector('[data-clock]'), time);
  put(document.querySelector('[data-age]'), lost
    ? `${signedOut ? 'Signed out' : 'Connection lost'} · shown as of ${clock.format(at)}, ${old(instant - at)}`
    : head?.trouble || (head ? `Live · ${old(instant - at)}` : `As of ${clock.format(at)}`));
  document.querySelector('.age').classList.toggle('behind', lost || Boolean(head?.trouble));
  document.body.classList.toggle('lost', stopped);
  if (!stopped)
    for (const [room, said] of told) pass(rows.get(room), said, instant, railBegins);
  if (night && !themed) {
    const [from, to] = night.split('-'), dark = from <= to ? time >= from && time < to : time >= from || time < to;
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  }
}

function old(age) {
  const seconds = Math.max(0, Math.floor(age / 1000));
  return seconds < 60 ? `${seconds} s old` : seconds < 7200 ? `${Math.floor(seconds / 60)} min old` : `${Math.floor(seconds / 3600)} h old`;
}

listen();
tick();
setInterval(tick, 1000);
