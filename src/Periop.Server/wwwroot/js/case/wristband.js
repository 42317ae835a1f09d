// The case number on a wristband: opens that case after a question (brief 12).
import { ask } from './api.js';
import { clock, day } from './clock.js';
import { h } from './dom.js';
import { record } from './record.js';
import { repaint } from './screen.js';
import { sheet } from './sheet.js';
import { readUdi } from './udi.js';

/** Codes of devices begin with an application identifier or a mark of the reader; a case number does not, and is short. */
export const isCaseCode = text => !readUdi(text) && !/^(\](d2|C1)|\(?01\)?\d|\+|=)/.test(text) && text.length <= 20;

export function wristband(state) {
  if (!state.isAsked) find(state);
  const { cases } = state;
  return sheet(
    `Scanned: ${state.text}`,
    null,
    h(
      'div.in2',
      null,
      h(
        'div.half',
        null,
        cases === undefined && h('p', null, 'Looking for this number.'),
        cases === null && h('p', { role: 'alert' }, 'No network: the case cannot be looked up.'),
        cases?.length === 0 && h('p', null, 'No case of today has this number.'),
        cases?.map(one =>
          one.caseId === record.caseId
            ? h('p', null, 'This is that case.')
            : h(
                'p',
                null,
                'Open it? ',
                h('a.btn.main.tall', { href: `/cases/${one.caseId}`, 'data-key': 'open' }, `Open ${one.caseNumber}, ${one.room ?? 'no room'}`),
              ),
        ),
      ),
    ),
  );
}

async function find(state) {
  state.isAsked = true;
  const answer = await ask(`/api/cases?q=${encodeURIComponent(state.text)}&date=${day(clock.now())}`);
  state.cases = answer.outcome === 'ok' ? answer.body.items : null;
  repaint();
}
