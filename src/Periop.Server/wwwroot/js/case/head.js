// Above everything, never covered: where, what, who is recording, and what became of it.
import { clock, elapsed, hhmm } from './clock.js';
import { h } from './dom.js';
import { icon } from './icons.js';
import { outbox } from './outbox.js';
import { inRoom, isOpen, phase, record } from './record.js';
import { openSheet, screen } from './screen.js';
import { sitting } from './sitting.js';
import { phases, sentence } from './words.js';

const Slow = 2_000;

export function headOf() {
  const shown = record.case,
    now = phase(),
    room = shown?.room ?? shown?.plan?.room;
  return [
    h(
      `a.tile${isOpen() ? '' : inRoom() ? '.in' : '.out'}`,
      { href: '/board', 'aria-label': room ? `${labelOf(room)}, room ${room}, to the board` : 'To the board' },
      labelOf(room),
    ),
    h(
      'div',
      null,
      h('h1', null, titleOf(shown)),
      h(
        'p',
        null,
        'you are ',
        h('b', null, sitting.recorder ?? 'nobody yet'),
        shown?.caseNumber && ` · ${shown.caseNumber}`,
        h('span', null, shown?.patientRef && ` · patient ${shown.patientRef}`, shown?.plan?.surgeon && ` · surgeon ${shown.plan.surgeon}`),
        clock.factor !== 1 && h('span', null, ` · simulated clock ×${clock.factor}`),
      ),
    ),
    h(
      'div.ph',
      null,
      h('b', null, shown ? phases[now.name] : ''),
      h('span', { 'data-since': now.since ?? '' }, now.since ? elapsed(clock.now() - now.since) : ''),
    ),
    queueButton(),
  ];
}

/** Configured, else the last digits with a letter behind them, else the last three characters, as the board has it. */
const labelOf = room => sitting.person?.rooms?.find(one => one.room === room)?.label ?? /\d+[a-z]?$/i.exec(room ?? '')?.[0] ?? (room ?? '').slice(-3);

function titleOf(shown) {
  const planned = shown?.plan?.procedure;
  if (!planned) return record.caseId ? 'Case' : 'New case';
  const levels = planned.levels ?? [];
  return [
    planned.family === 'spinal-osteotomy' ? 'Osteotomy' : sentence(planned.family),
    levels.length > 1 ? `${levels[0]}–${levels.at(-1)}` : levels[0],
    planned.grade && `grade ${planned.grade}`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** The queue in a word, gravest first. */
export function queueState() {
  const mine = outbox.mine,
    counted = state => mine.filter(entry => entry.state === state).length;
  const waiting = counted('waiting'),
    others = outbox.others.reduce((sum, other) => sum + other.count, 0);
  if (counted('stop')) return { sign: 'stop', kind: 'wait', words: `${counted('stop')} needs you`, sub: 'A question is open' };
  if (counted('unsure')) return { sign: 'attention', kind: 'wait', words: `${counted('unsure')} clock unsure`, sub: 'When was it?' };
  if (sitting.signedOut || (sitting.standIn && !outbox.away && waiting))
    return { sign: 'wait', kind: 'wait', words: mine.length ? `${mine.length} waiting` : 'Signed out', sub: 'Sign in to send' };
  if (outbox.away)
    return { sign: 'off', kind: 'wait', words: waiting ? `${waiting} waiting` : 'No network', sub: waiting ? 'No network' : 'Keep recording' };
  if (counted('aside')) return { sign: 'aside', kind: 'wait', words: `${counted('aside')} set aside`, sub: 'The others go on' };
  if (waiting && outbox.sendingSince && Date.now() - outbox.sendingSince > Slow)
    return { sign: 'wait', kind: '', words: `Sending ${waiting}`, sub: 'It goes on by itself' };
  if (others) return { sign: 'wait', kind: 'wait', words: `${others} of others`, sub: 'wait here' };
  if (waiting) return { sign: 'wait', kind: '', words: 'Sending', sub: '' };
  if (screen.lostQueue) return { sign: 'stop', kind: 'wait', words: `${screen.lostQueue.length} lost`, sub: 'Record them again' };
  return {
    sign: 'check',
    kind: '',
    words: 'All sent',
    sub: outbox.heard ? `${hhmm(clock.of(outbox.heard))}, ${age(Date.now() - outbox.heard)}` : '',
  };
}

const age = passed => (passed < 60_000 ? `${Math.max(0, Math.floor(passed / 1000))} s ago` : `${Math.floor(passed / 60_000)} min ago`);

function queueButton() {
  const state = queueState();
  return h(
    `button.net${state.kind ? `.${state.kind}` : ''}`,
    {
      type: 'button',
      'data-key': 'queue',
      'data-queue': state.sign,
      onclick: () => openSheet('queue'),
    },
    icon(state.sign),
    h('b', null, `${state.words} `),
    h('span', null, state.sub),
  );
}
