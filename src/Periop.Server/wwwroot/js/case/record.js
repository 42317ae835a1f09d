// The case as it is shown: what the server says of it, and over it what waits here. Kept on the device by its id, without texts (offline.md 15).
import { ask } from './api.js';
import { device } from './device.js';
import { keepCase } from './kept-case.js';
import { outbox } from './outbox.js';
import { sitting } from './sitting.js';
import { said } from './words.js';

const changed = new Set();

export const record = {
  caseId: null,
  case: null,
  timeline: null,

  /** Whether the server knows of no such case; null before it was asked. */
  isMissing: null,

  /** Whether this person may not read it. */
  isRefused: false,

  onChange: listener => changed.add(listener),

  async open(caseId) {
    Object.assign(record, { caseId, case: null, timeline: null, isMissing: null, isRefused: false, etag: null });
    const kept = await device.get('cases', caseId).catch(() => null);
    if (kept && record.caseId === caseId) Object.assign(record, { case: kept.case, timeline: kept.timeline });
    tell();
  },

  /** Asks the server, unless it has nothing new. Whoever asks while an answer is on its way is served by one more question after it. */
  refresh() {
    isStale = true;
    return (asking ??= askAgain().finally(() => {
      asking = null;
    }));
  },
};

let asking = null,
  isStale = false;

async function askAgain() {
  while (isStale) {
    isStale = false;
    await askOnce();
  }
}

async function askOnce() {
  const { caseId } = record;
  if (!caseId) return;
  const subject = sitting.sender,
    answer = await ask(`/api/cases/${caseId}`, { subject, headers: record.etag ? { 'If-None-Match': record.etag } : {} });
  if (record.caseId !== caseId || answer.outcome === 'away' || answer.outcome === 'unchanged') return;
  if (answer.outcome === 'signed-out') return sitting.end();
  if (answer.outcome === 'another-person') return void (await sitting.refresh());
  if (answer.outcome !== 'ok') {
    record.isMissing = answer.status === 404;
    record.isRefused = answer.status === 403;
    return tell();
  }
  const timeline = await ask(`/api/cases/${caseId}/timeline`, { subject });
  if (record.caseId !== caseId || timeline.outcome !== 'ok') return;
  Object.assign(record, { case: answer.body, timeline: timeline.body, etag: answer.etag, isMissing: false, isRefused: false });
  await keepCase(answer.body, timeline.body);
  tell();
}

const tell = () => {
  for (const listener of changed) listener();
};

const typeOf = {
  'room-ready': 'room_readied',
  'room-entry': 'patient_entered_room',
  preparation: 'patient_prepared',
  'anesthesia-start': 'anesthesia_started',
  anesthesia: 'patient_anesthetized',
  'safety-checks': 'safety_check_completed',
  incision: 'incision_made',
  osteotomies: 'osteotomy_performed',
  'closing-start': 'closing_started',
  closure: 'wound_closed',
  'room-exit': 'patient_left_room',
  'anesthesia-end': 'anesthesia_ended',
  'blood-loss': 'blood_loss_estimated',
  counts: 'count_performed',
  hardware: 'hardware_placed',
  imaging: 'imaging_taken',
  'neuromonitoring-alerts': 'alert_raised',
  'neuromonitoring-resolutions': 'alert_resolved',
  position: 'patient_positioned',
  antibiotics: 'antibiotic_given',
  discharge: 'patient_discharged',
};

/** What is never a line of its own, but stands beside what it changes. */
const besides = new Set(['time_corrected', 'entry_retracted']);

/** Worked out once for all who ask, until something comes or goes: with a thousand waiting a tap would be seen too late. */
let laid = {};

/**
 * Lines of the timeline, oldest first: entryId, type, data, at, first, by, recordedAt, late, waiting, changes[], isRetracted.
 * What waits here counts as recorded, and says that it waits.
 */
export function lines() {
  const from = [record.caseId, record.timeline, outbox.entries, sitting.recorder];
  if (!from.every((part, at) => part === laid.from?.[at])) laid = { from, lines: layAll() };
  return laid.lines;
}

function layAll() {
  const entries = record.timeline?.entries ?? [],
    all = new Map();
  for (const entry of entries.filter(entry => !besides.has(entry.type)))
    all.set(entry.entryId, {
      ...entry,
      said: said(entry.type, entry.data),
      at: Date.parse(entry.correctedTo ?? entry.occurredAt),
      first: Date.parse(entry.occurredAt),
      changes: [],
      isRetracted: Boolean(entry.retractedBy),
      by: entry.recordedFor ?? entry.recordedBy,
    });
  const byId = new Map(entries.map(entry => [entry.entryId, entry]));
  for (const entry of entries.filter(entry => besides.has(entry.type))) targetOf(entry, byId, all)?.changes.push(entry);
  for (const entry of outbox.shown(record.caseId)) if (!byId.has(entry.id)) lay(entry, all);
  return [...all.values()].sort((one, other) => one.at - other.at);
}

function targetOf(entry, byId, all) {
  let target = entry.data?.targetEntryId;
  while (target && !all.has(target)) target = byId.get(target)?.data?.targetEntryId;
  return all.get(target);
}

/** What was refused or stopped has recorded nothing: it is shown, and counts for nothing. */
const isRefused = state => state === 'aside' || state === 'stop';

/** Lays what waits over what is known. */
function lay(entry, all) {
  const target = all.get(entry.body.targetEntryId),
    isFact = !isRefused(entry.state);
  if (entry.path === 'time-corrections' && target) {
    if (isFact) target.at = Date.parse(entry.body.correctedTo);
    target.changes.push({ type: 'time_corrected', recordedBy: entry.author, reason: entry.body.reason, waiting: entry.state, data: entry.body });
  } else if (entry.path === 'retractions' && target) {
    if (isFact) target.isRetracted = true;
    target.changes.push({ type: 'entry_retracted', recordedBy: entry.author, reason: entry.body.reason, waiting: entry.state, data: entry.body });
  } else if (entry.path === 'moves') {
    if (!isFact) return;
    for (const id of entry.body.targetEntryIds) if (all.has(id)) Object.assign(all.get(id), { isRetracted: true, movedTo: entry.said });
  } else if (entry.body.occurredAt && entry.path !== '')
    all.set(entry.id, {
      entryId: entry.id,
      type: typeOf[entry.path] ?? entry.path.replaceAll('-', '_'),
      path: entry.path,
      data: entry.body,
      said: entry.said,
      at: Date.parse(entry.body.occurredAt),
      first: Date.parse(entry.body.occurredAt),
      by: entry.author,
      changes: [],
      isRetracted: false,
      waiting: entry.state,
    });
}

/** By what is recorded, what waits included. */
const order = ['in-room', 'anesthetized', 'incised', 'closing', 'closed', 'out-of-room'];
const begun = {
  patient_entered_room: 'in-room',
  patient_anesthetized: 'anesthetized',
  incision_made: 'incised',
  closing_started: 'closing',
  wound_closed: 'closed',
  patient_left_room: 'out-of-room',
};

/** The phase, and since when: the server's, unless something that waits here has gone on. */
export function phase() {
  const now = record.case?.phase ?? 'planned';
  let found = { name: now, since: null };
  for (const line of lines()) {
    const name = begun[line.type.replace(/_v\d+$/, '')];
    if (
      name
      && !line.isRetracted
      && ((name === now && !line.waiting) || (line.waiting === 'waiting' && order.indexOf(name) > order.indexOf(found.name)))
    )
      found = { name, since: line.at };
  }
  return found;
}

export const isOpen = () => ['incised', 'closing'].includes(phase().name);
export const inRoom = () => ['in-room', 'anesthetized', 'incised', 'closing', 'closed'].includes(phase().name);

/** Surviving lines of a type, in order. */
export const surviving = type =>
  lines().filter(line => line.type.replace(/_v\d+$/, '') === type && !line.isRetracted && !isRefused(line.waiting));

/** How the spine stands: by level, `plan` with its grade, `grade` when cut, `sides` with a screw, `done` when it was cut. */
export function spine() {
  const state = {};
  const of = level => (state[level] ??= { sides: [] });
  const planned = record.case?.plan?.procedure;
  for (const level of planned?.levels ?? []) of(level).plan = planned.grade ?? true;
  for (const cut of surviving('osteotomy_performed'))
    Object.assign(of(cut.data.level), { grade: cut.data.grade ?? 6, isCut: true, done: cut.at, approach: cut.data.approach });
  for (const placed of surviving('hardware_placed'))
    if (/screw/.test(placed.data.kind))
      for (const level of placed.data.levels ?? [placed.data.level].filter(Boolean)) of(level).sides.push(placed.data.side ?? 'midline');
  return state;
}

/** Planned levels that are not cut yet, from above. */
export const toCut = () => (record.case?.plan?.procedure?.levels ?? []).filter(level => !spine()[level]?.isCut);

/** How each kind of count stands: result and time of the last one, by phase. */
export function counts() {
  const state = { sponges: {}, sharps: {}, instruments: {} };
  for (const line of surviving('count_performed')) state[line.data.what][line.data.phase] = { result: line.data.result, at: line.at };
  return state;
}

/** The kind that does not match, and since when. */
export function unmatched() {
  for (const [what, byPhase] of Object.entries(counts())) {
    const last = Object.entries(byPhase)
      .map(([of, count]) => ({ what, phase: of, ...count }))
      .sort((one, other) => other.at - one.at)[0];
    if (last?.result === 'discrepancy') return last;
  }
  return null;
}

/** Alerts that nobody has resolved. */
export function openAlerts() {
  const resolved = new Set(surviving('alert_resolved').map(line => line.data.targetEntryId));
  return surviving('alert_raised').filter(line => !resolved.has(line.entryId));
}

export const bloodLoss = () => surviving('blood_loss_estimated').at(-1);

/** How long something takes to be recorded late. */
export const minutesLate = line => Math.round((Date.parse(line.recordedAt) - line.first) / 60_000);
