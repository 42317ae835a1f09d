// The queue. What is tapped is kept here first and then sent by the page, in order, one after the other, by one tab (offline.md). It is sent under the name
// of whoever recorded it and never edited: a request may have been committed though its answer was lost.
import { ask } from './api.js';
import { clock, instant } from './clock.js';
import { device, soon } from './device.js';
import { newId } from './ids.js';
import { sentenceOf } from './problem.js';
import { sitting } from './sitting.js';

const Again = 15_000,
  Waits = 15_000,
  Double = 800;

/** Of a queue that everybody sees, also those in other tabs. */
const channel = new BroadcastChannel('periop-queue');
const changed = new Set(),
  recorded = new Set();
const release = document.documentElement.dataset.release;

/** What this device has not kept yet, or could not: it stays here as long as the page does. */
const unkept = new Map();

/** What the device may still keep though it has gone from here: it has not said that it dropped it. */
const dropped = new Set();

let lastTap = { at: 0 };
let running = false,
  isWanted = false;

/** Raised by whatever changes what waits: what was read meanwhile is old. */
let revision = 0;

export const outbox = {
  /** All that waits on this device, oldest first, of everybody. */
  entries: [],

  /** Whether the last attempt found nobody. */
  away: false,

  /** When the server last answered, by this device's clock. */
  heard: null,

  /** Since when something is on its way. */
  sendingSince: null,

  onChange: listener => changed.add(listener),

  /** Told of each entry that the server has taken, with its receipt. */
  onRecorded: listener => recorded.add(listener),

  of: caseId => outbox.entries.filter(entry => entry.caseId === caseId),

  /** Of a case, what whoever stands here may see: what somebody else recorded is counted, and unreadable until it is sent (offline.md 10). */
  shown: caseId => outbox.of(caseId).filter(entry => senderOf(entry) === sitting.recorder),

  get mine() {
    return outbox.entries.filter(entry => senderOf(entry) === sitting.recorder);
  },

  /** Whether the device keeps all that was recorded in this tab. */
  get isKept() {
    return unkept.size === 0;
  },

  /** What somebody else recorded here, by whom: how many, since when. Not what. */
  get others() {
    const groups = new Map();
    for (const entry of outbox.entries.filter(entry => senderOf(entry) !== sitting.recorder)) {
      const group = groups.get(entry.author) ?? { author: entry.author, count: 0, since: entry.tapped };
      groups.set(entry.author, { ...group, count: group.count + 1 });
    }
    return [...groups.values()];
  },

  async load() {
    revision++;
    outbox.entries = await pending();
    tell();
  },

  /** At once, without waiting for the device. */
  show() {
    outbox.entries = [...outbox.entries.filter(entry => !unkept.has(entry.id)), ...unkept.values()];
    tell();
  },

  /**
   * Records: kept here, shown at once, sent as soon as it can be. A second tap on the same within 800 ms is the same one.
   * `at` is when it happened; null for now. `said` is what it is called while it waits. Returns the entry, and `kept`: whether the device keeps it.
   */
  record({ caseId, path, body, said, at = null, id, after }) {
    const tapped = Date.now(),
      now = clock.now(),
      content = JSON.stringify([caseId, path, body]);
    if (lastTap.content === content && tapped - lastTap.at < Double) return lastTap.recorded;
    const entry = {
      id: id ?? newId(now),
      caseId,
      path,
      said,
      author: sitting.recorder,
      tapped,
      before: at === null ? 0 : now - at,
      release,
      after,
      state: clock.unsure && timed(path) ? 'unsure' : 'waiting',
      hasWaited: outbox.away,
    };
    const aside = outbox.entries.find(other => other.state === 'aside' && other.id === body.targetEntryId);
    if (aside) Object.assign(entry, setAsideWith(aside));
    entry.body = { entryId: entry.id, ...(timed(path) ? { occurredAt: instant(at ?? now) } : {}), ...body };
    unkept.set(entry.id, { ...entry, isBeingKept: true });
    outbox.show();
    lastTap = { at: tapped, content, recorded: { entry, kept: keep(entry) } };
    return lastTap.recorded;
  },

  /** The time that somebody says, for an entry that a moved clock has made unsure of it: nothing of it has been sent. */
  async say(entry, at) {
    await update(entry, { state: 'waiting', body: { ...entry.body, occurredAt: instant(at ?? Date.parse(entry.body.occurredAt)) } });
    send();
  },

  /** Sends it again, and what was set aside with it: under the same ids, since a refusal and a stop have recorded nothing. */
  async again(entry, more = {}, called = entry.said) {
    for (const other of outbox.entries.filter(other => other.problem?.code === TooCode && belongsTo(other, entry)))
      await update(other, { state: 'waiting', problem: undefined });
    await update(entry, { state: 'waiting', problem: undefined, said: called, body: { ...entry.body, ...more } });
    send();
  },

  /** What was missing goes before it, each under its own id, and then it goes itself: it comes after them in the queue. */
  async insert(entry, missing, more) {
    if (outbox.entries.find(one => one.id === entry.id)?.state !== 'stop') return; // the same answer once more
    unkept.set(entry.id, { ...entry, state: 'waiting', isBeingKept: true });
    outbox.show();
    const tapped = Date.now(),
      seq = seqOf(entry),
      { seq: _, problem, ...kept } = entry;
    const all = [
      ...missing.map(other => ({
        author: entry.author,
        handedTo: entry.handedTo,
        tapped,
        before: 0,
        release,
        state: 'waiting',
        ...other,
        body: { entryId: other.id, ...other.body, ...(entry.handedTo ? { recordedFor: entry.author } : {}) },
      })),
      {
        ...kept,
        state: 'waiting',
        hasWaited: false,
        tapped,
        before: clock.now() - Date.parse(entry.body.occurredAt),
        body: { ...entry.body, ...more },
        after: missing.at(-1)?.id,
      },
    ];
    const swapped = device.swap('queue', seq, all);
    await soon(swapped).then(
      () => unkept.delete(entry.id),
      () => {
        all.forEach(one => unkept.set(one.id, { ...one, isUnkept: true }));
        if (seq !== undefined) unkept.get(entry.id).seq = seq; // the device keeps it as it was
        swapped.then(keys => all.forEach((one, at) => keptLate(one.id, keys[at]))).catch(() => {});
      },
    );
    await outbox.load();
    post();
    send();
  },

  /** It was a mistake, or somebody has given up on it. */
  async drop(entry) {
    const seq = seqOf(entry);
    unkept.delete(entry.id);
    if (seq !== undefined) await soon(device.drop('queue', seq)).catch(() => dropped.add(entry.id));
    replace(entry);
  },

  /** What has waited for an hour for somebody else is sent by whoever is here, and says so. */
  async sendFor(author) {
    for (const entry of outbox.entries.filter(entry => entry.author === author))
      await update(entry, { handedTo: sitting.recorder, body: { ...entry.body, recordedFor: author } });
    send();
  },

  send: () => send(),
};

async function keep(entry) {
  const put = device.put('queue', entry);
  let isKept = true;
  try {
    entry.seq = await soon(put);
    unkept.delete(entry.id);
    replace(entry, entry);
  } catch {
    isKept = false;
    const unsure = { ...entry, isUnkept: true };
    unkept.set(entry.id, unsure);
    replace(entry, unsure);
    put.then(seq => keptLate(entry.id, seq)).catch(() => {});
  }
  send();
  return isKept;
}

/** The device has kept it after all, as it was then: what has been done to it since is done there, too. */
async function keptLate(id, seq) {
  const entry = unkept.get(id);
  if (!entry || entry.isBeingKept) return device.drop('queue', seq); // gone, or on its way there anew
  const late = { ...entry, seq };
  unkept.set(id, late);
  replace(entry, late);
  await update(late, {});
}

/** Whoever has an entry in hand may have it from before the device had kept it. */
const seqOf = entry => entry.seq ?? outbox.entries.find(other => other.id === entry.id)?.seq;

/** What has been done to one entry is known without reading all of them again: with a thousand that takes longer than a tap. */
function replace(entry, ...by) {
  revision++;
  outbox.entries = outbox.entries.flatMap(other => (other.id === entry.id ? by : [other]));
  tell();
  post();
}

/** Corrections and the like have no time of their own. */
const timed = path => !['time-corrections', 'retractions', 'moves', 'flag-acknowledgements', ''].includes(path);

export const senderOf = entry => entry.handedTo ?? entry.author;

/**
 * What is known here is newer than what the device could keep. A device that cannot be read for a moment has not lost what it keeps; one that is slow is
 * asked again when it has answered.
 */
async function pending() {
  for (;;) {
    const before = revision;
    const read = device.all('queue');
    const all = await soon(read).catch(() => {
      read.then(outbox.load).catch(() => {});
      return outbox.entries.filter(entry => entry.seq !== undefined);
    });
    if (revision !== before) continue;
    const kept = all.filter(entry => !unkept.has(entry.id) && !dropped.has(entry.id));
    return [...kept, ...unkept.values()].sort((one, other) => one.tapped - other.tapped || (one.seq ?? Infinity) - (other.seq ?? Infinity));
  }
}

async function update(entry, change) {
  const seq = seqOf(entry),
    next = { ...entry, ...change, ...(seq === undefined ? {} : { seq, isUnkept: undefined }) };
  if (seq === undefined) unkept.set(next.id, next);
  else
    await soon(device.put('queue', next)).then(
      () => unkept.delete(next.id),
      () => unkept.set(next.id, { ...next, isUnkept: true }),
    );
  replace(entry, next);
  return next;
}

const tell = () => {
  for (const listener of changed) listener();
};
const post = () => channel.postMessage('changed');
channel.onmessage = () => outbox.load();

/** The first that can go: what another one has to come before does not, and what somebody has to answer first does not hold up the rest. */
function nextOf(entries) {
  const queued = new Set(entries.map(entry => entry.id));
  const fresh = new Set(entries.filter(entry => entry.path === '').map(entry => entry.caseId));
  return entries.find(
    entry =>
      entry.state === 'waiting'
      && !entry.isBeingKept
      && senderOf(entry) === sitting.sender
      && !queued.has(entry.body.targetEntryId)
      && !queued.has(entry.after)
      && !entry.body.targetEntryIds?.some(id => queued.has(id))
      && (entry.path === '' || !fresh.has(entry.caseId))
      && !(entry.path === 'moves' && fresh.has(entry.body.toCaseId)),
  );
}

/** One sender over all tabs. Whatever comes while it looks for the last time is looked at once more. */
async function send() {
  isWanted = true;
  if (running) return;
  running = true;
  try {
    while (isWanted) {
      isWanted = false;
      await (navigator.locks ? navigator.locks.request('periop-outbox', sendAll) : sendAll());
    }
  } finally {
    running = false;
  }
}

async function sendAll() {
  try {
    for (;;) {
      const entry = nextOf((outbox.entries = await pending()));
      if (!entry) break;
      outbox.sendingSince ??= Date.now();
      if (!(await sendOne(entry))) break;
    }
  } finally {
    outbox.sendingSince = null;
    tell();
  }
}

/** Whether to go on with the next. */
async function sendOne(entry) {
  const waited = Math.round((Date.now() - entry.tapped) / 1000),
    hasWaited = entry.hasWaited || waited * 1000 >= Waits;
  const answer = await ask(entry.path === '' ? '/api/cases' : `/api/cases/${entry.caseId}/${entry.path}`, {
    method: 'POST',
    body: entry.body,
    subject: senderOf(entry),
    headers: hasWaited ? { 'Periop-Waited': String(Math.max(1, waited)) } : {},
  });
  outbox.away = answer.outcome === 'away';
  if (!outbox.away) outbox.heard = Date.now();
  switch (answer.outcome) {
    case 'ok':
      await outbox.drop(entry);
      for (const listener of recorded) listener(entry, answer.body);
      return true;
    case 'away':
      await markWaiting();
      return false;
    case 'signed-out':
      sitting.end();
      return false;
    case 'another-person':
      await sitting.refresh();
      return sitting.sender !== senderOf(entry);
    case 'stop':
      await update(entry, { state: 'stop', problem: answer.problem });
      return true;
    default:
      return await refused(entry, answer.problem);
  }
}

/** All that is here has waited from now on: the server flags it, and stops none of it (offline.md 17). */
async function markWaiting() {
  const fresh = outbox.entries.filter(entry => entry.state === 'waiting' && !entry.hasWaited && entry.seq !== undefined);
  if (fresh.length === 0) return;
  const waited = fresh.map(entry => ({ ...entry, hasWaited: true }));
  await soon(device.swap('queue', undefined, waited)).catch(() => {}); // those that come after 15 s are marked by that alone
  await outbox.load();
}

/**
 * What the server has not taken. A time that lies ahead there was made by a clock that we know better by now. What was handed over and is there already
 * without saying so had been recorded before, and its answer lost.
 */
async function refused(entry, problem) {
  if (problem.code === 'entry-id-reused' && entry.handedTo) {
    await outbox.drop(entry);
    return true;
  }
  if (problem.code === 'time-in-the-future' && !entry.isTimedAnew && timed(entry.path)) {
    const at = clock.of(entry.tapped) - entry.before;
    await update(entry, { isTimedAnew: true, body: { ...entry.body, occurredAt: instant(Math.min(at, clock.now())) } });
    return true;
  }
  await update(entry, { state: 'aside', problem: { ...problem, sentence: sentenceOf(problem) } });
  for (const other of outbox.entries.filter(other => belongsTo(other, entry))) await update(other, setAsideWith(entry));
  return true;
}

const TooCode = 'set-aside-too';
const belongsTo = (other, entry) => other.body.targetEntryId === entry.id || other.after === entry.id;

const setAsideWith = entry => ({
  state: 'aside',
  problem: { code: TooCode, sentence: `It belongs to ${entry.said}, which is set aside.` },
});

/** Whether somebody of ours answers, asked of what costs nothing. */
async function look() {
  if (sitting.signedOut || outbox.away || !sitting.person || !navigator.onLine) {
    const outcome = await sitting.refresh();
    outbox.away = outcome === 'away';
    if (!outbox.away) outbox.heard = Date.now();
    tell();
  }
  await send();
}

export function startSending() {
  for (const change of ['online', 'offline']) addEventListener(change, look);
  addEventListener('focus', look);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && look());
  setInterval(look, Again);
  return look();
}
