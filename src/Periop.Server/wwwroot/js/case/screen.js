// What is open on the page, beside what is recorded. Painted once a frame, never under a finger (brief 6).
import { clock, hhmm } from './clock.js';
import { outbox } from './outbox.js';
import { record } from './record.js';
import { sitting } from './sitting.js';

const Rest = 400,
  DoneFor = 120_000;

let paint = () => {};
let isAsked = false,
  touched = 0,
  isDown = false;

export const screen = {
  /** Over the columns: `{ name, ... }`. */
  sheet: null,

  /** In place of the buttons: `{ name, ... }`. */
  panel: null,

  /** What was just recorded: `{ id, said, at, until, receipt }`. */
  done: null,

  /** On a phone: which of the columns is seen. */
  part: 'next',

  /** Why something is added to a signed record, for the whole sitting. */
  frozenReason: undefined,

  /** Stops that somebody has walked away from. */
  left: new Set(),
};

export const onPaint = painter => (paint = painter);

/** By somebody's own tap at once; of itself only when nobody has touched the page for a moment. */
export function repaint(isOwn = false) {
  if (isOwn) return paint();
  if (isAsked) return;
  isAsked = true;
  requestAnimationFrame(attempt);
}

function attempt() {
  const wait = isDown ? Rest : touched + Rest - performance.now();
  if (wait > 0) return setTimeout(attempt, wait);
  isAsked = false;
  paint();
}

/** Whether a finger is on the page: what it is on stays. */
export const isTouched = () => isDown;

const touch = isOn => () => {
  isDown = isOn;
  touched = performance.now();
};
addEventListener('pointerdown', touch(true), true);
for (const end of ['pointerup', 'pointercancel', 'keydown']) addEventListener(end, touch(false), true);

export function openSheet(name, more = {}) {
  screen.sheet = { name, ...more };
  repaint(true);
}

export function openPanel(name, more = {}) {
  screen.panel = { name, ...more };
  screen.sheet = null;
  repaint(true);
}

export function close() {
  if (screen.panel) screen.panel = null;
  else screen.sheet = null;
  repaint(true);
}

/** What records nothing after all is not what was just recorded. */
export function forget(entry) {
  if (screen.done?.id === entry.id) screen.done = null;
}

/** Read out, and seen by nobody who sees the page. */
export const say = text => (document.getElementById('said').textContent = text);
export const alarm = text => (document.getElementById('alarm').textContent = text);

/** What was pressed twice by a glove is one press: what stands there after the first is another button. */
let acted = -Infinity;
const Double = 800;
addEventListener(
  'click',
  event => {
    if (event.detail < 2 || performance.now() - acted > Double) return;
    event.stopPropagation();
    event.preventDefault();
  },
  true,
);

/** Says that what was pressed has been taken for an entry, or for an answer that makes one. */
export const taken = () => (acted = performance.now());

/** Records into the case that is open: seen within a frame, whatever the device and the network do. */
export function act({ path, body = {}, said, at = null, id, after }) {
  if (!sitting.recorder) return openSheet('queue');
  taken();
  const why = screen.frozenReason && !body.reason ? { reason: screen.frozenReason } : {};
  const { entry, kept } = outbox.record({ caseId: record.caseId, path, body: { ...body, ...why }, said, at, id, after });
  const time = at ?? Date.parse(entry.body.occurredAt ?? '');
  screen.done = {
    id: entry.id,
    said,
    at: Number.isNaN(time) ? clock.now() : time,
    until: Date.now() + DoneFor,
    isTimed: Boolean(entry.body.occurredAt),
  };
  screen.panel = null;
  say(`${said}, ${hhmm(screen.done.at)}, recorded`);
  repaint(true);
  kept.then(isKept => {
    if (!isKept) alarm(`${said} is not kept on this tablet. Write the time down.`);
  });
  return entry;
}
