// All flags of the case. One that was seen is acknowledged with a reason; none is ever removed.
import { hhmm } from './clock.js';
import { button, h } from './dom.js';
import { badge } from './icons.js';
import { lines, record } from './record.js';
import { act, openSheet, repaint } from './screen.js';
import { sheet } from './sheet.js';
import { written } from './panels.js';

const grave = ['safety', 'attention', 'info'];

/** Which flag it is, wherever in the list it stands by now. */
const keyOf = flag => [flag.code, ...flag.entryIds].join(' ');

export function flagsSheet(state) {
  const flags = [...(record.case?.flags ?? [])].sort((one, other) => grave.indexOf(one.severity) - grave.indexOf(other.severity)),
    byId = new Map(lines().map(line => [line.entryId, line]));
  return sheet(
    'Flags',
    flags.length === 0 ? null : 'A flag stays. Who has seen it says why it is right.',
    h(
      'div.in2',
      null,
      h(
        'div.half',
        { 'data-scrolls': 'flags' },
        flags.length === 0 && h('p', null, 'Nothing about this case is flagged.'),
        flags.map(flag =>
          h(
            'article.flagged',
            { 'data-flag': flag.code },
            h('div', null, badge(flag.severity, flag.label), ' ', flag.message),
            h(
              'p.dim',
              null,
              flag.entryIds
                .map(id => byId.get(id))
                .filter(Boolean)
                .map(line => `${line.said} ${hhmm(line.at)}`)
                .join(' · '),
            ),
            flag.override && h('p', null, `Reason given: “${flag.override}”`),
            flag.acknowledged
              ? h('p', null, 'Seen.')
              : state.answering === keyOf(flag)
                ? written(
                    'Why is it right?',
                    reason => {
                      act({
                        path: 'flag-acknowledgements',
                        body: { code: flag.code, ...(flag.entryIds[0] ? { targetEntryId: flag.entryIds[0] } : {}), reason },
                        said: `Seen: ${flag.label}`,
                      });
                      openSheet('flags');
                    },
                    { 'data-key': `why-${keyOf(flag)}` },
                  )
                : button(
                    '.btn',
                    'Seen, with reason',
                    () => {
                      state.answering = keyOf(flag);
                      repaint(true);
                    },
                    { 'data-key': `seen-${keyOf(flag)}` },
                  ),
          ),
        ),
      ),
    ),
  );
}
