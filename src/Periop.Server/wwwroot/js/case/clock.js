// What time it is: the device's clock, and how far it was from the server's when we last heard of it (offline.md 12, 13).
import { device } from './device.js';

const Ahead = 120_000,
  Little = 60_000,
  Tick = 5_000;

let told = { at: Date.now(), server: Date.now(), factor: 1 };
let zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
let last = { date: Date.now(), steady: performance.now(), seen: document.visibilityState === 'visible' };
let latest = 0;
const changed = new Set();

export const clock = {
  /** Whether the device's clock was changed under us since we last heard from the server: then nobody knows when something happened. */
  unsure: false,

  /**
   * In milliseconds; a simulated hospital's clock runs faster. What is heard from the server sets it back by a little now and then: what is tapped one after
   * the other stays in that order.
   */
  now() {
    const at = clock.of(Date.now());
    latest = at < latest && latest - at < Little ? latest + 1 : at;
    return latest;
  },

  /** The time of an instant of this device's clock. */
  of: date => told.server + (date - told.at) * told.factor,

  /** How far this device is ahead of the server, in milliseconds; a simulated clock tells nothing of it. */
  get ahead() {
    return told.factor === 1 ? told.at - told.server : 0;
  },

  get factor() {
    return told.factor;
  },

  get isFarOff() {
    return Math.abs(clock.ahead) > Ahead;
  },

  get zone() {
    return zone;
  },

  async restore() {
    const kept = await device.get('settings', 'clock');
    if (kept) ({ zone, unsure: clock.unsure = false, ...told } = { zone, ...kept });
  },

  /** Every answer of the server says what time it is there; it was so in the middle of the request. */
  hear(server, sent, received) {
    told = { ...told, at: (sent + received) / 2, server };
    clock.unsure = false;
    keep();
  },

  in(hospital) {
    if (hospital.timeZone === zone && hospital.clockFactor === told.factor) return;
    zone = hospital.timeZone;
    told.factor = hospital.clockFactor;
    keep();
  },

  onChange: listener => changed.add(listener),
};

const keep = () => void device.put('settings', { key: 'clock', ...told, zone, unsure: clock.unsure }).catch(() => {});

/** `performance.now()` gives no time, since it stands still in sleep. It shows that the clock was moved while somebody was looking. */
export function watch() {
  const date = Date.now(),
    steady = performance.now(),
    seen = document.visibilityState === 'visible';
  const moved = date - last.date - (steady - last.steady);
  if (moved < -Ahead || (moved > Ahead && seen && last.seen && steady - last.steady < 3 * Tick)) {
    clock.unsure = true;
    keep();
    for (const listener of changed) listener();
  }
  last = { date, steady, seen };
}

/** Looked at, too, when the page is hidden and when it is seen again: a tablet that slept in between has not had its clock moved. */
export function startWatching() {
  document.addEventListener('visibilitychange', watch);
  setInterval(watch, Tick);
}

const forms = new Map();
const form = (name, options) => {
  const key = `${name} ${zone}`;
  if (!forms.has(key)) forms.set(key, new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options }));
  return forms.get(key);
};

/** 08:41, by the hospital's clock. */
export const hhmm = instant => form('minute', { hour: '2-digit', minute: '2-digit' }).format(instant);

/** 2026-03-02, in the hospital. */
export const day = instant => {
  const part = Object.fromEntries(
    form('day', { year: 'numeric', month: '2-digit', day: '2-digit' })
      .formatToParts(instant)
      .map(p => [p.type, p.value]),
  );
  return `${part.year}-${part.month}-${part.day}`;
};

/** 3:31, or 0:05. */
export const elapsed = milliseconds => {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
};

/** The last time before now at which the hospital's clocks showed these four digits; null for no time of a day. */
export function lastAt(digits, now = clock.now()) {
  if (!/^([01]\d|2[0-3])[0-5]\d$/.test(digits)) return null;
  const wanted = `${digits.slice(0, 2)}:${digits.slice(2)}`;
  const minute = Math.floor(now / 60_000) * 60_000;
  // an hour is repeated or left out twice a year: looked for minute by minute, the latest one is found
  for (let back = 0; back < 25 * 60; back++) if (hhmm(minute - back * 60_000) === wanted) return minute - back * 60_000;
  return null;
}

/** As the record wants it. */
export const instant = milliseconds => new Date(milliseconds).toISOString();
