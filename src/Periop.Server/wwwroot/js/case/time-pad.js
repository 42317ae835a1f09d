// A time by a few minutes ago or four digits: no clock face, no date (brief 6).
import { clock, hhmm, lastAt } from './clock.js';
import { button, h } from './dom.js';
import { repaint } from './screen.js';

/**
 * `state.digits` is what was typed, `state.at` what was chosen. `confirm` says what pressing does at a time: `[words, action]`.
 */
export function timePad(state, confirm) {
  const at = state.digits ? lastAt(state.digits) : (state.at ?? null);
  const choose = change => {
    Object.assign(state, change);
    repaint(true);
  };
  const digit = number =>
    button('.btn', String(number), () => choose({ at: null, digits: ((state.digits ?? '') + number).slice(0, 4) }), { 'data-digit': number });
  const ago = minutes =>
    button('.btn', `−${minutes} min`, () => choose({ digits: '', at: (state.from ?? clock.now()) - minutes * 60_000 }), {
      'data-key': `ago-${minutes}`,
    });
  const shown = state.digits ? `${state.digits}____`.slice(0, 4).replace(/(..)/, '$1:') : at ? hhmm(at) : '__:__';
  return h(
    'div.timepad',
    { 'data-digits': true },
    h('div.steps.three', null, [1, 5, 15].map(ago)),
    h('output.typed', { 'aria-live': 'polite' }, shown),
    h(
      'div.pad',
      null,
      [1, 2, 3, 4, 5, 6, 7, 8, 9].map(digit),
      button('.btn', 'Clear', () => choose({ digits: '', at: null })),
      digit(0),
      button('.btn', 'Back', () => choose({ digits: (state.digits ?? '').slice(0, -1) }), { 'data-digit': 'Backspace' }),
    ),
    state.digits?.length === 4 && at === null && h('p', { role: 'alert' }, 'No clock shows that. Four digits, such as 0841.'),
    at !== null
      && confirm(at).map(([words, action], place) =>
        button(place ? '.btn' : '.btn.main.tall', words, action, { 'data-key': place ? null : 'confirm', 'data-enter': !place }),
      ),
  );
}
