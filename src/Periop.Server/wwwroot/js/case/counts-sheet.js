// Counts and blood on one sheet: both are asked for at the same moments.
import { hhmm } from './clock.js';
import { button, h } from './dom.js';
import { badge, icon } from './icons.js';
import { bloodLoss, counts, phase, record } from './record.js';
import { act, repaint } from './screen.js';
import { goes, halves, sheet } from './sheet.js';
import { countResults, sentence } from './words.js';

const phases = { initial: 'First', closing: 'Closing', final: 'Final' };

export function countsSheet(state) {
  if (record.case) state.phase ??= { closing: 'final', closed: 'final', incised: 'closing' }[phase().name] ?? 'initial';
  const of = state.phase ?? 'initial';
  const pick = h(
    'div.seg',
    { role: 'group', 'aria-label': 'Which count' },
    Object.entries(phases).map(([name, words]) =>
      h(
        'button',
        {
          type: 'button',
          'aria-pressed': String(name === of),
          'aria-current': name === of ? 'true' : null,
          'data-key': `phase-${name}`,
          onclick: () => {
            state.phase = name;
            repaint(true);
          },
        },
        words,
      ),
    ),
  );
  const standing = counts(),
    open = Object.keys(standing).filter(what => !isMatched(standing[what][of]));
  return sheet(
    'Counts',
    null,
    halves(
      [
        open.length > 1
          && button(
            '.btn.tall',
            `All match: ${open.join(', ')}`,
            () => open.forEach(what => count(what, of, resultFor(standing[what], 'correct'))),
            { 'data-key': 'all-match' },
          ),
        ...Object.keys(standing).map(what => oneCount(what, standing[what], of)),
        h(
          'div.notice.info',
          null,
          icon('info'),
          h(
            'p',
            null,
            h('b', null, 'Still not matched? '),
            'Search, then record the image. The wound can be closed on the record at any time; the flag stays until someone answers it.',
          ),
          h('span'),
        ),
      ],
      blood(state),
    ),
    pick,
  );
}

const isMatched = count => count?.result === 'correct' || count?.result === 'resolved';

/** What is found after it was missed is another fact than what matched at once. */
const resultFor = (byPhase, wanted) =>
  wanted === 'correct' && Object.values(byPhase).some(count => count.result === 'discrepancy') ? 'resolved' : wanted;

const count = (what, of, result) =>
  act({ path: 'counts', body: { what, phase: of, result }, said: `${phases[of]} count, ${what}: ${countResults[result]}` });

function oneCount(what, byPhase, of) {
  const last = byPhase[of],
    isOpen = last?.result === 'discrepancy';
  const answer = (words, result) => button('.btn', words, () => count(what, of, resultFor(byPhase, result)), { 'data-key': `${what}-${result}` });
  return h(
    `div.counted${isOpen ? '.bad' : ''}`,
    { 'data-count': what },
    h(
      'div',
      null,
      h('b', null, sentence(what)),
      h(
        'div.dim',
        null,
        Object.entries(byPhase)
          .map(([name, one]) => `${phases[name].toLowerCase()} count ${countResults[one.result]} ${hhmm(one.at)}`)
          .join(' · ') || 'not counted yet',
      ),
    ),
    isOpen ? badge('safety', 'not matched') : isMatched(last) ? h('b.matched', null, icon('check'), 'Matched') : h('span'),
    !isMatched(last)
      && h(
        'div.three',
        null,
        answer(isOpen ? 'Found, matched' : 'Matched', 'correct'),
        answer('Not matched', 'discrepancy'),
        answer('Not done', 'not-done'),
      ),
  );
}

/** The total so far: what is added goes onto the last one, the keys replace it. */
function blood(state) {
  const last = bloodLoss(),
    lastMl = last?.data.cumulativeMl ?? 0,
    total = state.typed ?? lastMl + (state.added ?? 0);
  const set = change => {
    Object.assign(state, change);
    repaint(true);
  };
  const add = ml =>
    button('.btn', `+${ml}`, () => set({ typed: state.typed === undefined ? undefined : state.typed + ml, added: (state.added ?? 0) + ml }), {
      'data-key': `add-${ml}`,
    });
  const digit = number =>
    button('.btn', String(number), () => set({ typed: Math.min(99_999, (state.typed ?? 0) * 10 + number) }), { 'data-digit': number });
  return [
    h('h2', null, 'Blood loss so far ', h('span.dim', null, last ? `last ${lastMl.toLocaleString('en-US')} mL, ${hhmm(last.at)}` : 'none recorded')),
    h('output.total', { 'aria-live': 'polite' }, total.toLocaleString('en-US'), h('small', null, ' mL')),
    h('div.three', null, [50, 100, 250].map(add)),
    h(
      'div.pad',
      { 'data-digits': true },
      [1, 2, 3, 4, 5, 6, 7, 8, 9].map(digit),
      button('.btn', 'Clear', () => set({ typed: undefined, added: 0 })),
      digit(0),
      button('.btn', 'Back', () => set({ typed: Math.floor(total / 10) }), { 'data-digit': 'Backspace' }),
    ),
    total < lastMl
      && h(
        'p.notice.attention',
        null,
        icon('attention'),
        h('span', null, `Lower than ${lastMl.toLocaleString('en-US')} at ${hhmm(last.at)}. It is recorded and flagged.`),
      ),
    goes(
      `Record ${total.toLocaleString('en-US')} mL`,
      () => {
        Object.assign(state, { typed: undefined, added: 0 });
        return { path: 'blood-loss', body: { cumulativeMl: total }, said: `Blood loss ${total.toLocaleString('en-US')} mL` };
      },
      total > 0 || state.typed === 0,
    ),
  ];
}
