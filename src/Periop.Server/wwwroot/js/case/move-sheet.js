// Wrong case: the right one first, then what belongs there. There it stands with its times, here struck through (`moves`).
import { ask } from './api.js';
import { clock, day, hhmm } from './clock.js';
import { button, h } from './dom.js';
import { lines, record } from './record.js';
import { act, close, repaint } from './screen.js';
import { sheet } from './sheet.js';
import { entries } from './words.js';

const stays = new Set(['case_scheduled', 'plan_changed', 'record_signed']);

export function moveSheet(state) {
  if (!state.isAsked) load(state);
  const movable = lines()
    .filter(line => !line.isRetracted && !line.waiting && !stays.has(line.type))
    .reverse();
  state.ids ??= new Set();
  const toggle = id => {
    if (!state.ids.delete(id)) state.ids.add(id);
    repaint(true);
  };
  return sheet(
    'Wrong case?',
    state.to ? `to ${state.to.caseNumber}` : 'First the right case.',
    h(
      'div.in2',
      null,
      h(
        'div.half',
        { 'data-scrolls': 'move' },
        !state.to
          ? [
              state.cases === undefined && h('p', null, 'Looking for the cases of today.'),
              state.cases === null && h('p', { role: 'alert' }, 'The list of cases cannot be had without a network. Record on; move it later.'),
              state.cases?.length === 0 && h('p', null, 'No other case is planned for today.'),
              h(
                'ol.q',
                null,
                (state.cases ?? []).map(one =>
                  h(
                    'li',
                    null,
                    h('span'),
                    h('b', null, one.room ?? ''),
                    h('div', null, h('b', null, one.caseNumber), h('div.dim', null, [one.procedure, one.surgeon].filter(Boolean).join(' · '))),
                    button(
                      '.btn',
                      'This one',
                      () => {
                        state.to = one;
                        repaint(true);
                      },
                      { 'aria-label': `This one: ${one.caseNumber}`, 'data-key': `to-${one.caseNumber}` },
                    ),
                  ),
                ),
              ),
            ]
          : [
              h('p', null, 'Which entries belong there?'),
              movable.length === 0 && h('p.dim', null, 'Nothing that is recorded here can be moved. What waits here can be moved once it is sent.'),
              movable.length > 1
                && button(
                  '.btn.tall',
                  `All ${movable.length}`,
                  () => {
                    state.ids = new Set(movable.map(line => line.entryId));
                    repaint(true);
                  },
                  { 'data-key': 'all' },
                ),
              h(
                'ol.q',
                null,
                movable.map((line, at) =>
                  h(
                    'li',
                    null,
                    h('input.tick', {
                      type: 'checkbox',
                      checked: state.ids.has(line.entryId),
                      onchange: () => toggle(line.entryId),
                      'aria-label': line.said,
                    }),
                    h('time', null, hhmm(line.at)),
                    h('b', null, line.said),
                    button(
                      '.btn',
                      'All since',
                      () => {
                        state.ids = new Set(movable.slice(0, at + 1).map(one => one.entryId));
                        repaint(true);
                      },
                      { 'aria-label': `All since ${line.said}` },
                    ),
                  ),
                ),
              ),
              state.ids.size > 0
                && button(
                  '.btn.main.tall',
                  `Move ${entries(state.ids.size)} to ${state.to.caseNumber}`,
                  () => {
                    act({
                      path: 'moves',
                      body: { targetEntryIds: [...state.ids], toCaseId: state.to.caseId, reason: 'wrong case' },
                      said: `Moved to ${state.to.caseNumber}`,
                    });
                    close();
                  },
                  { 'data-key': 'move' },
                ),
              button('.btn.quiet', 'Another case', () => {
                state.to = null;
                repaint(true);
              }),
            ],
      ),
    ),
  );
}

async function load(state) {
  state.isAsked = true;
  const answer = await ask(`/api/cases?date=${day(clock.now())}&limit=100`);
  state.cases = answer.outcome === 'ok' ? answer.body.items.filter(one => one.caseId !== record.caseId) : null;
  repaint();
}
