// Every milestone, in its normal order: what was recorded and when, and what can be recorded, whatever the order (design.md, promise 3).
import { hhmm } from './clock.js';
import { h, button } from './dom.js';
import { icon, signs } from './icons.js';
import { milestone } from './likely.js';
import { lines } from './record.js';
import { press } from './next.js';
import { screen } from './screen.js';
import { sheet } from './sheet.js';
import { milestones } from './words.js';

const names = Object.keys(milestones).filter(name => name !== 'death');

function go(choice, isEarlier) {
  screen.sheet = null;
  press(choice, isEarlier);
}

export function timesSheet() {
  const recorded = new Map();
  for (const line of lines().filter(line => !line.isRetracted)) {
    const name = names.find(name => milestones[name] === line.said || line.said.startsWith(`${milestones[name]},`) || name === line.data?.phase);
    if (name) recorded.set(name, line);
  }
  return sheet(
    'Times',
    'Anything can be recorded at any time; the order is never in the way.',
    h(
      'div.in2',
      null,
      h(
        'div.half.grid',
        { 'data-scrolls': 'times' },
        names.map(name => {
          const choice = milestone(name),
            line = recorded.get(name);
          return h(
            `div.go${line ? '.was' : ''}`,
            null,
            button('.do', [choice.label, line && h('span', null, icon(signs[line.waiting] ?? 'check'), hhmm(line.at))], () => go(choice), {
              'data-key': `time-${name}`,
            }),
            h(
              'button.when',
              { type: 'button', 'aria-label': `Earlier: ${choice.label}`, onclick: () => go(choice, true), 'data-key': `time-${name}-earlier` },
              icon('clock'),
              'Earlier',
            ),
          );
        }),
      ),
    ),
  );
}
