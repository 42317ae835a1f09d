// What sheets have in common: they cover the columns, never the head or the bar.
import { clock, hhmm } from './clock.js';
import { button, h } from './dom.js';
import { icon } from './icons.js';
import { act, close, openPanel } from './screen.js';

export const sheet = (title, hint, body, more) =>
  h(
    'div.sheet',
    { role: 'region', 'aria-label': title },
    h(
      'header',
      null,
      h('h2', { tabindex: '-1', 'data-key': 'sheet', 'data-focus': true }, title),
      hint && h('span.dim', null, hint),
      more,
      button('.btn', [icon('cross'), 'Close'], close, { 'data-key': 'close' }),
    ),
    body,
  );

/** Two halves: what is chosen, and what it leads to. */
export const halves = (left, right) =>
  h('div.in2.halves', null, h('div.half', { 'data-scrolls': 'left' }, left), right && h('div.half.thin', { 'data-scrolls': 'right' }, right));

/** The one thing to press on a sheet: now, or earlier. `entry` is what it records. */
export const goes = (words, entry, isReady = true) =>
  h(
    'div.go.hero.low',
    null,
    h(
      'button.do',
      { type: 'button', disabled: !isReady, onclick: () => act(entry()), 'data-key': 'record', 'data-enter': true },
      words,
      h('span', null, 'now', h('b', { 'data-now': true }, hhmm(clock.now()))),
    ),
    h(
      'button.when',
      { type: 'button', disabled: !isReady, 'aria-label': `Earlier: ${words}`, onclick: () => openPanel('when', { entry: entry() }) },
      icon('clock'),
      'Earlier',
    ),
  );

/** One of several; pressed again it stays. */
export const chips = (kind, words, chosen, choose, name = word => word) =>
  h(
    `div.chips${kind}`,
    { role: 'group' },
    words.map(word =>
      button(`.btn${word === chosen ? '.on' : ''}`, name(word), () => choose(word), {
        'aria-pressed': String(word === chosen),
        'data-key': `chip-${word}`,
      }),
    ),
  );
