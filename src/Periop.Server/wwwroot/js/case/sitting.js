// Who is signed in here, and who stands here: without a network the next one says so with a PIN that opens nothing (offline.md 10, 11).
import { ask } from './api.js';
import { clock } from './clock.js';
import { device } from './device.js';
import { pinOpens } from './pins.js';

/** Tabs of a tablet have one person before them. */
const channel = new BroadcastChannel('periop-sitting');
const listeners = new Set();

/** How the address ends when somebody comes back from signing in. */
const Arrived = '#signed-in';

export const signIn = () => `/sign-in?returnUrl=${encodeURIComponent(location.pathname + Arrived)}`;

export const sitting = {
  /** As the server said last: subject, hospital, hospitalName, timeZone, roles, rooms, clockFactor, release. */
  person: null,

  /** Whether the server has said that nobody is signed in: not that it could not be asked. */
  signedOut: false,

  /** Who stands here without being signed in. */
  standIn: null,

  /** Under whose name is recorded. */
  get recorder() {
    return sitting.standIn ?? sitting.person?.subject ?? null;
  },

  /** As whom something can be sent now. */
  get sender() {
    return sitting.signedOut ? null : (sitting.person?.subject ?? null);
  },

  onChange: listener => listeners.add(listener),

  async restore() {
    const kept = await device.get('settings', 'sitting');
    if (kept) ({ person: sitting.person, standIn: sitting.standIn } = kept);
  },

  /** Asks the server. Whoever has just signed in is who stands here; a network that is back makes nobody go away. */
  async refresh() {
    const answer = await ask('/api/sitting');
    if (answer.outcome === 'ok') {
      if (sitting.person?.subject !== answer.body.subject || location.hash === Arrived) sitting.standIn = null;
      if (location.hash === Arrived) history.replaceState(null, '', location.pathname);
      sitting.person = answer.body;
      sitting.signedOut = false;
      clock.in(answer.body);
      await keep();
    } else if (answer.outcome === 'signed-out') sitting.end();
    tell();
    return answer.outcome;
  },

  end() {
    sitting.signedOut = true;
    tell();
  },

  /** Whoever is signed in stands here again. */
  async isBack() {
    sitting.standIn = null;
    await keep();
    tell();
  },

  /** Somebody else takes over at this tablet while the server cannot be asked. */
  async standInFor(subject, pin) {
    const opened = await pinOpens(subject, pin);
    if (opened !== 'yes') return opened;
    sitting.standIn = subject === sitting.person?.subject ? null : subject;
    await keep();
    tell();
    return opened;
  },
};

async function keep() {
  const { person, standIn } = sitting;
  await device.put('settings', { key: 'sitting', person, standIn }).catch(() => {});
  channel.postMessage({ person, standIn, signedOut: sitting.signedOut });
}

channel.onmessage = ({ data }) => {
  Object.assign(sitting, data);
  tell();
};

const tell = () => {
  for (const listener of listeners) listener();
};
