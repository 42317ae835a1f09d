// What takes the place of the buttons for a moment: another time, a choice, why something is taken back.
import { clock, hhmm, instant } from './clock.js';
import { button, h } from './dom.js';
import { choices, milestone } from './likely.js';
import { outbox } from './outbox.js';
import { act, close, openPanel, repaint, screen } from './screen.js';
import { timePad } from './time-pad.js';
import { sentence } from './words.js';

const card = (title, sub, ...children) =>
  h(
    'div.done.wide',
    null,
    h('div.l', null, h('h3', { tabindex: '-1', 'data-key': 'panel' }, title, sub && h('span.dim', null, h('br'), sub))),
    ...children,
    button('.btn.quiet', 'Back', close, { 'data-key': 'panel-back' }),
  );

export const panels = { when, adjust, choose, takeBack, unsure, frozen };

/** Earlier: the time before the recording, so that it is one entry with the right time. */
function when(panel) {
  return card(
    panel.entry.said,
    'When was it?',
    timePad(panel, at => [[`Record ${panel.entry.said} at ${hhmm(at)}`, () => act({ ...panel.entry, at })]]),
  );
}

/** A correction beside the first time, which stays visible. */
function adjust(panel) {
  const { done } = panel,
    reasons = ['Tapped late', 'Clock was off'];
  panel.reason ??= reasons[0];
  const set = at => {
    act({
      path: 'time-corrections',
      body: { targetEntryId: done.id, correctedTo: instant(at), reason: panel.reason },
      said: `${done.said} set to ${hhmm(at)}`,
    });
    screen.done = { ...screen.done, id: done.id, said: done.said, at, isTimed: true };
  };
  const pick = reason =>
    button(
      `.btn${panel.reason === reason ? '.on' : ''}`,
      reason,
      () => {
        panel.reason = reason;
        repaint(true);
      },
      { 'aria-pressed': String(panel.reason === reason) },
    );
  const why = h(
    'div.chips',
    null,
    reasons.map(pick),
    h(
      'label.field.wide',
      null,
      h('span.sr', null, 'Other reason'),
      h('input.inp', {
        placeholder: 'Other reason',
        maxlength: 500,
        value: reasons.includes(panel.reason) ? '' : panel.reason,
        onchange: event => {
          panel.reason = event.target.value.trim() || reasons[0];
          repaint(true);
        },
      }),
    ),
  );
  if (panel.digits !== undefined || panel.minutes === 0) {
    panel.from = done.at;
    return card(
      done.said,
      `tapped ${hhmm(done.at)} · both times stay`,
      why,
      timePad(panel, at => [[`Set to ${hhmm(at)}`, () => set(at)]]),
    );
  }
  const at = done.at + panel.minutes * 60_000;
  const step = minutes =>
    button(
      `.btn${panel.minutes === minutes ? '.on' : ''}`,
      `${minutes < 0 ? '−' : '+'}${Math.abs(minutes)} min`,
      () => {
        panel.minutes = minutes;
        repaint(true);
      },
      { 'data-key': `step${minutes}`, 'aria-pressed': String(panel.minutes === minutes) },
    );
  return card(
    done.said,
    `tapped ${hhmm(done.at)} · both times stay`,
    h('time.huge', null, hhmm(at)),
    h('div.steps.four', null, [-15, -5, -1, 1].map(step)),
    why,
    h(
      'div.two',
      null,
      at > clock.now()
        ? h('p', null, 'That is still to come.')
        : button('.btn.main.tall', `Set to ${hhmm(at)}`, () => set(at), { 'data-key': 'confirm' }),
      button('.btn.tall', `Leave at ${hhmm(done.at)}`, close),
    ),
  );
}

function choose(panel) {
  const { question, member, words } = choices[panel.milestone],
    { label } = milestone(panel.milestone);
  return card(
    question,
    null,
    h(
      'div.chips.tall',
      null,
      words.map(word => {
        const entry = {
          path: panel.milestone,
          body: { [member]: word },
          said: panel.milestone === 'position' ? sentence(word) : `${label}, ${word}`,
        };
        return button('.btn', sentence(word), () => (panel.isEarlier ? openPanel('when', { entry }) : act(entry)), { 'data-key': `choose-${word}` });
      }),
    ),
  );
}

/** Taking back is an entry, too: with its reason, for ever. */
function takeBack(panel) {
  const back = reason => act({ path: 'retractions', body: { targetEntryId: panel.id, reason }, said: `${panel.said} taken back` });
  return card(
    `Take back: ${panel.said}`,
    'It stays readable, struck through, with the reason.',
    h(
      'div.chips.tall',
      null,
      ['Wrong button', 'Did not happen'].map(reason => button('.btn', reason, () => back(reason), { 'data-key': reason })),
    ),
    written('Write why', back),
  );
}

/** Recorded under a clock that was moved: which time is right, nobody but the person knows. Two equal answers. */
function unsure(panel) {
  const entry = outbox.entries.find(entry => entry.id === panel.id);
  if (!entry) return card('It is sent already', null);
  const at = Date.parse(entry.body.occurredAt),
    answer = time => {
      outbox.say(entry, time);
      close();
    };
  return card(
    'Clock unsure. When was this?',
    entry.said,
    panel.isOther
      ? timePad(panel, time => [[`It was at ${hhmm(time)}`, () => answer(time)]])
      : h(
          'div.two',
          null,
          button('.btn.tall', `${hhmm(at)}, by this clock`, () => answer(null)),
          button('.btn.tall', 'Other time', () => {
            panel.isOther = true;
            repaint(true);
          }),
        ),
  );
}

/** A signed record takes more with a reason, which is asked once for the whole sitting. */
function frozen() {
  return card(
    'This record is signed. Why do you add to it?',
    'It goes with everything you record here until you leave.',
    written('Reason', reason => {
      screen.frozenReason = reason;
      close();
    }),
  );
}

/** A line to write, and what happens with it. */
export function written(label, done, attributes = {}) {
  const field = h('input.inp', { maxlength: 500, required: true, ...attributes });
  return h(
    'form.write',
    {
      onsubmit: event => {
        event.preventDefault();
        const text = field.value.trim();
        field.value = ''; // or it would be typed in the next one
        if (text) done(text);
      },
    },
    h('label.field', null, label, field),
    h('button.btn', null, 'Record'),
  );
}
